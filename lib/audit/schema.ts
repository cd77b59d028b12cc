import type { Change, OperationKind, OperationState, Place } from '@/lib/operations/schema'
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
  /** The email address of the second person who approved it. */
  approver?: string
  /** Why, in the words of who did it, or of who answered a request for approval. */
  reason?: string
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

/** Writes that match, as many as one reading gives. */
export interface AuditWrites {
  writes: AuditedWrite[]
  /** Where the reading stopped before the end, for `after`. */
  next?: string
}

/** What belongs together: the calls of an operation, or a write that stands for itself. */
export interface AuditGroup {
  /** The newest call that was found; the oldest where the oldest come first. */
  write: AuditedWrite
  operation?: GroupedOperation
}

/** All that an operation has written, whether it was found or not. */
export interface GroupedOperation {
  operationId: string
  /** Unknown when the console no longer has the operation itself. */
  kind?: OperationKind
  subject?: string
  state?: OperationState
  place?: Place
  calls: number
  /** ISO 8601, UTC: its first and its last call. */
  from: string
  to: string
  /** How many of its calls ended so; those without a result count nowhere. */
  outcomes: Partial<Record<AuditOutcome, number>>
  people: string[]
  objects: string[]
}

/** One page of the groups that match. */
export interface AuditPage {
  groups: AuditGroup[]
  /** How many match on all pages, counted up to `MOST_GROUPS`. */
  total: number
  /** There are more than were counted. */
  isMore: boolean
  /** Writes beyond this one were not looked at: its moment, and where to go on. */
  lookedTo?: { at: string; next: string }
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
