import type { Change } from '@/lib/operations/schema'
import type { Role } from '@/lib/people/schema'

/** One line of the audit: what was about to be done, or what came of it. */
export interface AuditEntry {
  id: number
  /** ISO 8601, UTC. */
  at: string
  /** The credential profile; empty for what belongs to no account, such as a sign-in. */
  actor: string
  /** Who: the email address of a person, under which role, in which session, from where. Absent with `AUTH=off`. */
  person?: string
  role?: Role
  sessionId?: string
  /** The name of the API token it was done by. */
  token?: string
  address?: string
  phase: 'intent' | 'result'
  /** Of a result: the line of its intent. */
  intentId?: number
  /** The RAM action, `cen:CreateTransitRouterVpnAttachment`, or `console:` and a person's decision. */
  action: string
  regionId: string
  /** The CEN instance it is about, where that is known: by it those are limited who see some only. */
  cenId?: string
  resourceId?: string
  changes: Change[]
  operationId?: string
  step?: string
  attempt?: number
  outcome?: AuditOutcome
  /** The cloud's code, when it refused or gave no clear answer. */
  code?: string
  requestId?: string
}

/** `adopted`: the effect was found by reading, no answer told it. */
export type AuditOutcome = 'accepted' | 'refused' | 'unknown' | 'adopted'

/** A write as one line: what was about to be sent, and what came of it. */
export interface AuditedWrite extends Omit<AuditEntry, 'phase' | 'intentId'> {
  /** When its fate was known; ISO 8601, UTC. */
  answeredAt?: string
}

/** One page of the writes that match. */
export interface AuditPage {
  writes: AuditedWrite[]
  /** How many match on all pages. */
  total: number
}

/** The values that occur in columns of few. */
export interface AuditChoices {
  actor: string[]
  person: string[]
  action: string[]
}

/** What a check of the chain found. */
export interface AuditChain {
  /** How many lines are as they were written. */
  lines: number
  /** Lines that were old were removed: how many, and when the last one of them had been written. */
  beginsAfter?: { lines: number; until: string }
  /** The note of that is not signed by this console, so nothing is known of the beginning. */
  isBeginForged?: true
  /** The first line that is not, or whose predecessor is not. */
  brokenAt?: number
  /** Lines are missing at the end: the last one there is, and the last one there was. */
  cutFrom?: number
  keptId?: number
  /** The note of the last line is not signed by this console, so nothing is known of the end. */
  isEndForged?: boolean
}
