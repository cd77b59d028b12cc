import type { Limits } from '@/lib/people/limits'

/** What a person may do, from least to most. */
export const roles = ['viewer', 'operator', 'approver', 'administrator'] as const
export type Role = (typeof roles)[number]

/** What a person has beside a password: an app that shows codes, or a passkey, with which it needs no password. */
export type FactorKind = 'totp' | 'passkey'

/** By what somebody who is signed in can prove to be there still. */
export type ProofKind = 'password' | FactorKind | 'oidc'

/** Why somebody goes to the provider: to sign in, to do so again for a page that is still open, or to prove to be there. */
export const purposes = ['sign-in', 'again', 'prove'] as const
export type Purpose = (typeof purposes)[number]

/** Who is signed in, by the session of the request. */
export interface Person {
  personId: string
  name: string
  email: string
  role: Role
  /** None: the whole of what the console reaches. */
  limits?: Limits
  /** An administrator asks for a second factor; `missing`: there is none yet, and nothing is open before. */
  secondFactor?: 'required' | 'missing'
  sessionId: string
  /** The name of the API token by which a script asks; `sessionId` is its id then. */
  token?: string
  /** From where this was asked, as the gate saw it. */
  address: string
}

/** One of a person's own sessions. Moments are ISO 8601, UTC. */
export interface OwnSession {
  sessionId: string
  /** The address it was begun from, and the browser's own name. */
  address: string
  browser: string
  beganAt: string
  usedAt: string
  /** Whether it is the one that asks. */
  isThis: boolean
}

/** What a person set up beside the password. */
export interface OwnFactor {
  kind: FactorKind
  /** `host`: the name of the console for which it is. */
  passkey?: { passkeyId: string; name: string; host: string }
  createdAt: string
  usedAt?: string
}

/** A person as an administrator sees one. */
export interface Member {
  personId: string
  name: string
  email: string
  role: Role
  limits?: Limits
  secondFactorRequired: boolean
  factors: FactorKind[]
  createdAt: string
  /** When a session was last used. */
  usedAt?: string
  sessions: number
  disabledAt?: string
}

/** An invitation that nobody has accepted yet. */
export interface Invitation {
  invitationId: string
  name: string
  email: string
  role: Role
  limits?: Limits
  secondFactorRequired: boolean
  expiresAt: string
}

/** An API token as its person and administrators see it. */
export interface ApiToken {
  tokenId: string
  name: string
  /** Whose it is. */
  person: string
  /** What it may do now: its own role, or that of its person where that is less. */
  role: Role
  /** The credential profiles it is for; all of its person's without. */
  profiles?: string[]
  createdAt: string
  expiresAt: string
  usedAt?: string
  /** It is over, or its person disabled. */
  isDead: boolean
}
