import type { Change, Place, Question, StepError, StepStatus } from '@/lib/operations/schema'
import type { Access } from '@/lib/people/access'

/** One durable step: at most one effect in the cloud, told by a fixed token and proven by reading. */
export interface Step<Input> {
  /** Catalogue key, and after a colon what it is for, `delete-route:10.0.0.0/8`. Stored, so never renamed. */
  name: string
  /** What the id that it gives or finds is the id of. */
  makes?: keyof Place
  /** Left out: the step only waits until `look` says done. */
  send?: Send<Input>
  /** Reads what the cloud shows of the effect, all pages. Absence counts only when proven. */
  look: (run: Run<Input>) => Promise<Sighting>
  /** Before anything is sent: how the cloud differs from what the person reviewed. */
  changed?: (run: Run<Input>) => Promise<Change[]>
  /** Seconds that what is looked for must have had: a status of before may still be shown. */
  settle?: number
  /** Seconds: what is usual, and from when on a person is asked. */
  usual: number
  limit: number
  /** How a roll back takes the effect away again. */
  undo?: Step<Input>
}

export interface Send<Input> {
  /** The RAM action, `cen:CreateTransitRouterVpnAttachment`: for the audit and for a denial. */
  action: string
  /** Gives the id of what it created, if it creates. */
  call: (run: Run<Input>, write: { clientToken: string }) => Promise<string | void>
  /** The id of what it changes or removes, for the audit; left out by what creates. */
  on?: (run: Run<Input>) => string
  /** What changes, as the audit tells it. Never a secret. */
  changes: (run: Run<Input>) => Change[]
  /** Codes that mean "busy with another change": the same call goes out again later. */
  busy: readonly string[]
  /** It needs the sealed part of the input, which is wiped once no open step needs it. */
  secret?: true
}

/** What a step works with. */
export interface Run<Input> {
  operationId: string
  access: Access
  input: Input
  /** The sealed part of the input, as it was given to `start`. */
  secret: () => Promise<unknown>
  /** What the named step made or found. @throws when it made nothing: a fault in the list of steps. */
  made: (step: string) => string
  isDone: (step: string) => boolean
}

/**
 * `none`: the effect is not there, and `proven` says whether the same reading can show such things at all.
 * `underway`, `done`, `broken` (it will not become done by itself) carry the cloud's own status word.
 */
export type Sighting =
  | { effect: 'none'; proven: boolean; observed?: string }
  | { effect: 'underway' | 'done'; resourceId?: string; observed?: string }
  | { effect: 'broken'; observed: string }

/**
 * Where a step stands between two turns. `ready`: nothing is out. `sent`: the call may have left and its
 * fate is unknown. `refused`: the cloud said no. `accepted`: it said yes. `done`, `absent`: over.
 */
type Phase = 'ready' | 'sent' | 'refused' | 'accepted' | 'done' | 'absent'

/** A step as the database keeps it. Times are milliseconds since 1970. */
export interface StepRecord {
  phase: Phase
  state: StepStatus
  token: string
  sends: number
  requestIds: string[]
  startedAt?: number
  finishedAt?: number
  firstSentAt?: number
  /** Until when the last send may still take effect if no answer came. */
  lateUntil?: number
  /** The audit row of the last send. */
  intentId?: number
  /** An earlier send may still take effect. */
  doubt?: boolean
  /** Since when soft and hard limits count. */
  waitingSince?: number
  /** Proven absences since the last send. */
  absences: number[]
  /** Tries of the current kind of wait, for its schedule. */
  tries: number
  resourceId?: string
  adopted?: boolean
  observed?: string
  slow?: boolean
  nextAt?: number
  error?: StepError
}

/** What a turn says about what comes next. */
export type Next =
  | { go: 'on' }
  | { go: 'wait'; ms: number }
  /** `isRefusal`: the cloud refused the call for certain, and nothing of it exists. */
  | { go: 'ask'; question: Question; isRefusal?: true }
  | { go: 'stopped' }

/** `do`: forward. `clear`: find out what became of it, send nothing. `undo`: take it away. */
export type Mode = 'do' | 'clear' | 'undo'

/** One step of one operation, as a turn moves it. */
export interface Turn<Input> {
  step: Step<Input>
  record: StepRecord
  run: Run<Input>
  runtime: Runtime
  mode: Mode
  /** An earlier run may have sent it although the record does not tell: the database may have been set back. */
  mayBeSent: boolean
}

/** What a step needs besides the cloud: the clock, chance, the retry budget, and where records are kept. */
export interface Runtime {
  now: () => number
  /** 0 up to 1. */
  random: () => number
  /** Milliseconds until this credential may read or repeat again; 0: now. */
  budget: () => number
  /** Whether the person who answers for the operation still may send. */
  mayStill: () => Promise<boolean>
  save: (record: StepRecord) => Promise<void>
  /** Keeps the record of a step that is over; it is committed with whatever is committed next. */
  end: (record: StepRecord) => void
  /**
   * Commits record and audit entry before the call leaves; answers the entry's id.
   * Nothing, and no id, when the operation was cancelled or another process runs it: then nothing may be sent.
   */
  intend: (record: StepRecord, entry: Intent) => Promise<number | undefined>
  /** Commits record and audit entry once the fate of a call is known. */
  conclude: (record: StepRecord, entry: Conclusion) => Promise<void>
  /** An exception that is not the cloud's: for the log, the step treats it as an unknown fate. */
  unexpected: (error: unknown) => void
}

export interface Intent {
  action: string
  changes: Change[]
  resourceId?: string
}

export interface Conclusion extends Intent {
  outcome: 'accepted' | 'refused' | 'unknown' | 'adopted'
  code?: string
  requestId?: string
}
