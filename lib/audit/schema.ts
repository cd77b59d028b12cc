import type { Change } from '@/lib/operations/schema'

/** One line of the audit: what was about to be done, or what came of it. */
export interface AuditEntry {
  id: number
  /** ISO 8601, UTC. */
  at: string
  /** The credential profile. */
  actor: string
  phase: 'intent' | 'result'
  /** Of a result: the line of its intent. */
  intentId?: number
  /** The RAM action, `cen:CreateTransitRouterVpnAttachment`, or `console:` and a person's decision. */
  action: string
  regionId: string
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
