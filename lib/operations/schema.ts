import type { Packed } from '@/lib/i18n/message'

/** A piece of work of several cloud calls that outlives the request that began it. */
export interface Operation {
  /** The nonce of the form that began it. */
  operationId: string
  /** Catalogue key below `operations.kind`. */
  kind: OperationKind
  state: OperationState
  /** What it works on, in the reader's words: the attachment's name or id. */
  subject: string
  place: Place
  /** It makes something that may be left over when it stops half-way. */
  makes: boolean
  /** The credential profile it runs under. */
  profile: string
  /** Why, in the words of who asked for it, or the number of a change ticket. */
  reason?: string
  /** ISO 8601 in UTC, as every time here. */
  startedAt: string
  finishedAt?: string
  /** In the order in which they run; the undo steps of a roll back follow the steps they undo. */
  steps: StepState[]
  /** Why it stands still; present exactly in the state `needs-decision`. */
  question?: Question
  /** What a person may ask of it now. */
  decisions: Decision[]
  /** Of one that waits, or waited, for a second person. */
  approval?: Approval
}

/**
 * The kinds of operations, each with the input it is begun with. A resource adds its own in its `operation.ts`:
 * `declare module '@/lib/operations/schema' { interface OperationInputs { attach: AttachInput } }`.
 */
export interface OperationInputs {}
export type OperationKind = keyof OperationInputs

/**
 * `needs-decision` stands still until a person decides. Final: `done`; `refused`, the cloud refused the first
 * step and nothing exists; `cancelled`, stopped before anything existed; `rolled-back`, what it made is gone;
 * `kept`, stopped, what it made stays; `rejected`, `expired`: no second person approved it, and nothing was sent.
 */
export type OperationState =
  | 'waits-for-approval'
  | 'running'
  | 'undoing'
  | 'needs-decision'
  | (typeof FINAL_STATES)[number]

export const FINAL_STATES = [
  'done',
  'refused',
  'cancelled',
  'rolled-back',
  'kept',
  'rejected',
  'expired',
] as const

/** Nothing more will happen to it. */
export const isFinal = (state: OperationState): boolean =>
  FINAL_STATES.some((final) => final === state)

/** It goes on by itself; otherwise it is over or waits for a person. */
export const isMoving = (state: OperationState): boolean =>
  state === 'running' || state === 'undoing'

/** Where an operation works: ids, by which lists find it and link to it. Resources add theirs, as to the kinds. */
export interface Place {
  regionId: string
}

/** One step as the reader sees it. */
export interface StepState {
  /** Catalogue key below `operations.step`. */
  name: string
  /** What this step is for, when several have the same name: a destination, a route table. */
  target?: string
  direction: 'do' | 'undo'
  state: StepStatus
  startedAt?: string
  finishedAt?: string
  /** Times the call was sent. */
  attempts: number
  /** The cloud's request ids, oldest first. */
  requestIds: string[]
  /** What exists because of this step, or was found to exist. */
  resourceId?: string
  /** The effect was found by reading back, not told by an answer. */
  adopted?: boolean
  /** The cloud's own status word, as it is. */
  observed?: string
  /** It takes longer than usual. */
  slow?: boolean
  /** How long it usually takes, in seconds. */
  usualSeconds?: number
  /** When it looks or tries again. */
  nextAt?: string
  error?: StepError
}

/**
 * `sending`: the call is out. `checking`: its fate is unknown and is being read back. `waiting`: the cloud
 * accepted it and works on it. `retrying`: the cloud was busy or throttled, the same call goes out again.
 */
export type StepStatus =
  | 'pending'
  | 'sending'
  | 'checking'
  | 'waiting'
  | 'retrying'
  | 'done'
  | 'skipped'
  | 'failed'

export interface StepError {
  /** The cloud's code, or one of our own. */
  code: string
  /** What the cloud said, or what we say when `code` is ours. */
  message: Packed
  requestId?: string
  /** The RAM action that is missing, when the cloud denied one. */
  permission?: string
}

/** Why an operation asks. Catalogue key below `operations.question`. */
export interface Question {
  reason:
    | 'refused'
    | 'too-slow'
    | 'no-effect'
    | 'unclear'
    | 'changed'
    | 'broken'
    | 'mismatch'
    | 'stopped'
    | 'not-allowed'
  step: string
  /** With `changed`: what was reviewed against what is there now. */
  changes?: Change[]
}

export interface Change {
  what: string
  from: string
  to: string
}

/** What a second person looks at before anything of an operation is sent. Moments are ISO 8601, UTC. */
export interface Approval {
  /** Who asked for it. */
  by: string
  expiresAt: string
  /** Exactly what is sent, in this order. */
  sends: Sending[]
  /** What that does beyond the calls themselves: prefixes that lose their way. */
  difference: Change[]
  history: ApprovalEvent[]
  /** Whoever reads it asked for it, by this account or another one of the same address. */
  isOwn: boolean
}

/** A call that is to be sent. */
export interface Sending {
  /** The RAM action. */
  action: string
  /** The id of what it is about, where that exists. */
  on?: string
  changes: Change[]
}

export interface ApprovalEvent {
  /** `not-counted`: it was approved, but read differently by then, or its person may not do it any more. */
  what: 'asked' | 'remark' | 'not-counted' | 'approved' | 'rejected' | 'withdrawn' | 'expired'
  /** Nobody: the time was over. */
  by: string
  at: string
  text?: string
}

/**
 * `continue`: go on where it stopped. `roll-back`: send nothing more, and remove what it made, in reverse order.
 * `keep`: stop and leave everything as it is.
 */
export type Decision = (typeof decisions)[number]

export const decisions = ['continue', 'roll-back', 'keep'] as const
