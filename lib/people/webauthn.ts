import 'server-only'
import type { AuthenticatorTransport } from '@simplewebauthn/server'

import type { RelyingParty } from '@/lib/people/own-origin'
import type { Made, Signed } from '@/lib/people/passkey-answer'
import type { Person } from '@/lib/people/schema'

// The protocol alone: what a browser is asked, and whether its answer is right. Whose it is, is not known here.

const MINUTES = 5

/** Only for who uses passkeys: it brings what reads the certificates of devices. */
const library = () => import('@simplewebauthn/server')

/** What a browser has to know of a passkey to find it. */
export interface KnownPasskey {
  id: string
  transports: string[]
}

/** Whatever an authenticator says is taken; another word than these is one of a later version. */
const described = ({ id, transports }: KnownPasskey) => ({
  id,
  transports: transports as AuthenticatorTransport[],
})

/** What stands in a passkey for its person: it tells nothing. */
export const handleOf = (personId: string): string => Buffer.from(personId).toString('base64url')

/**
 * Asks for a passkey that its device finds by itself and unlocks by a finger, a face or a number: it alone is two
 * factors. Where the device comes from is not asked.
 */
export async function askNew(
  { host }: RelyingParty,
  { personId, email, name }: Person,
  known: readonly KnownPasskey[],
) {
  const { generateRegistrationOptions } = await library()
  return await generateRegistrationOptions({
    rpName: 'CEN VPN Console',
    rpID: host,
    userID: new TextEncoder().encode(personId),
    userName: email,
    userDisplayName: name,
    timeout: MINUTES * 60_000,
    attestationType: 'none',
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Asks for a signature of one of these passkeys, or of any. */
export async function askUse({ host }: RelyingParty, known: readonly KnownPasskey[] = []) {
  const { generateAuthenticationOptions } = await library()
  return await generateAuthenticationOptions({
    rpID: host,
    timeout: MINUTES * 60_000,
    allowCredentials: known.map(described),
    userVerification: 'required',
  })
}

export type AskedNew = Awaited<ReturnType<typeof askNew>>
export type AskedUse = Awaited<ReturnType<typeof askUse>>

interface Expected {
  party: RelyingParty
  challenge: string
}

/** The passkey that was made as it was asked; nothing else. */
export async function checkedNew(response: Made, { party, challenge }: Expected) {
  const { verifyRegistrationResponse } = await library()
  const { registrationInfo } = await rightOrNone(() =>
    verifyRegistrationResponse({
      response: {
        ...response,
        clientExtensionResults: {},
        response: { ...response.response, transports: [] },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.host,
      requireUserVerification: true,
    }),
  )
  if (!registrationInfo) return undefined
  const { id, publicKey, counter } = registrationInfo.credential
  return { id, counter, publicKey: Buffer.from(publicKey).toString('base64url') }
}

/** How often the passkey has signed, if it did what was asked, now; nothing else. */
export async function checkedUse(
  response: Signed,
  { party, challenge, ...known }: Expected & { publicKey: string; counter: number },
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library()
  const { userHandle, ...rest } = response.response
  const { verified, authenticationInfo } = await rightOrNone(() =>
    verifyAuthenticationResponse({
      response: {
        ...response,
        response: {
          ...rest,
          ...(userHandle !== undefined && { userHandle }),
        },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.host,
      requireUserVerification: true,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
        counter: known.counter,
      },
    }),
  )
  return verified ? authenticationInfo?.newCounter : undefined
}

/** The library throws an error without a kind for whatever is wrong with an answer, also for bytes that are none. */
const rightOrNone = <Right>(
  check: () => Promise<Right>,
): Promise<Right | Record<keyof Right, undefined>> =>
  check().catch(() => ({}) as Record<keyof Right, undefined>)
