import type { AuditOutcome } from '@/lib/audit/schema'
import type { AttachState } from '@/lib/ipsec-connections/attach-state'
import type { LightWord } from '@/lib/ipsec-connections/lights'
import type { OperationState, StepState } from '@/lib/operations/schema'
import { isChanging } from '@/lib/query/polling'
import type { Verdict } from '@/lib/ram/schema'
import type { Tone } from '@/lib/states/tone'

/**
 * The states of every kind of thing; the word of each is in the catalogues under `states`, kind and state.
 * Where the cloud's own word is the state it is kept as Alibaba writes it.
 */
export const STATES = {
  /** CEN instances, routers, attachments, tables, associations, propagations, routes, policies, tunnels: `Status`, `State`. */
  resource: {
    Active: 'ok',
    Attached: 'ok',
    Available: 'ok',
    Creating: 'changing',
    Modifying: 'changing',
    Updating: 'changing',
    Upgrading: 'changing',
    Deleting: 'changing',
    Attaching: 'changing',
    Detaching: 'changing',
    Associating: 'changing',
    Replacing: 'changing',
    Dissociating: 'changing',
    Enabling: 'changing',
    Disabling: 'changing',
    Detached: 'off',
    Deleted: 'off',
    Failed: 'error',
    Rejected: 'warning',
    Prohibited: 'warning',
    Standby: 'neutral',
    Candidate: 'neutral',
  },
  /** What an IPsec connection is bound to. */
  connection: {
    unattached: 'warning',
    attached: 'ok',
    vpnGateway: 'ok',
    attaching: 'changing',
    detaching: 'changing',
    updating: 'changing',
    provisioning: 'changing',
    upgrading: 'changing',
    financialLocked: 'error',
    deleted: 'off',
  } satisfies Record<Exclude<AttachState, 'other'>, Tone>,
  /** IKE, IPsec, BGP and the health check of a connection. */
  light: {
    established: 'ok',
    up: 'ok',
    healthy: 'ok',
    some: 'warning',
    down: 'error',
    failing: 'error',
    waiting: 'neutral',
    off: 'off',
    unavailable: 'off',
  } satisfies Record<Exclude<LightWord, 'other'>, Tone>,
  /** What the watcher saw of a light, and of an attachment or a connection. */
  seen: {
    up: 'ok',
    down: 'error',
    off: 'off',
    attached: 'ok',
    unattached: 'warning',
    there: 'ok',
    gone: 'off',
  },
  operation: {
    'waits-for-approval': 'warning',
    running: 'changing',
    undoing: 'changing',
    'needs-decision': 'warning',
    done: 'ok',
    refused: 'error',
    cancelled: 'off',
    'rolled-back': 'off',
    kept: 'off',
    rejected: 'error',
    expired: 'off',
  } satisfies Record<OperationState, Tone>,
  step: {
    pending: 'neutral',
    sending: 'changing',
    checking: 'changing',
    waiting: 'changing',
    retrying: 'changing',
    done: 'ok',
    skipped: 'off',
    failed: 'error',
  } satisfies Record<StepState['state'], Tone>,
  /** What becomes of one of many objects that the same is done to. */
  each: {
    waiting: 'neutral',
    running: 'changing',
    done: 'ok',
    same: 'off',
    failed: 'error',
  },
  /** What became of a write. */
  write: {
    accepted: 'ok',
    adopted: 'ok',
    refused: 'error',
    unknown: 'warning',
  } satisfies Record<AuditOutcome, Tone>,
  /** Whether the lines of the audit are as they were written. */
  chain: {
    intact: 'ok',
    broken: 'error',
    cut: 'error',
    forged: 'error',
    beginForged: 'error',
    unread: 'warning',
  },
  token: { alive: 'ok', dead: 'off' },
  /** Whether credentials have an action of RAM. */
  ram: {
    allowed: 'ok',
    'not-denied': 'ok',
    denied: 'error',
    unclear: 'warning',
    untried: 'neutral',
  } satisfies Record<Verdict, Tone>,
  /** The other end of a rehearsal: its tunnel, its BGP session, and whether a ping gets there and back. */
  site: {
    up: 'ok',
    down: 'error',
    bgpUp: 'ok',
    bgpDown: 'error',
    there: 'ok',
    notThere: 'error',
    back: 'ok',
    notBack: 'error',
  },
  /** What was found of a tunnel. */
  diagnosis: { fine: 'ok' },
  person: { enabled: 'ok', disabled: 'off' },
  /** What a routing policy does with what it matches: Alibaba, `MapResult`. */
  policy: { Permit: 'ok', Deny: 'error' },
} as const satisfies Record<string, Record<string, Tone>>

export type StateKind = keyof typeof STATES

/** What a state means; one of the cloud's that nobody documents says by its ending whether it will pass. */
export function toneOf(kind: StateKind, state: string): Tone {
  const known = new Map<string, Tone>(Object.entries(STATES[kind])).get(state)
  return known ?? (isChanging(state) ? 'changing' : 'neutral')
}
