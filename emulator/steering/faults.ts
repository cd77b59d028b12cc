import { z } from 'zod'

import type { Call } from '../protocol/call'
import type { Account } from '../state/accounts'
import { newId } from '../state/ids'
import { newState, type State } from '../state/state'
import type { Clock } from './clock'

const word = () => z.string().max(200)
const seconds = () => z.number().min(0).max(315_360_000)

const shared = {
  /** Action names; none means every action. */
  actions: z.array(word()).max(200).default([]),
  product: z.enum(['cbn', 'vpc']).optional(),
  account: z.number().int().optional(),
  /** Only calls that carry these parameter values. */
  match: z.record(word(), z.string().max(10_000)).default({}),
  /** Lets this many matching calls pass first. */
  skip: z.number().int().min(0).max(1_000_000).default(0),
  /** Strikes this many times, then is gone. Without it, until it is removed. */
  count: z.number().int().min(1).max(1_000_000).optional(),
  /** Ends this long after it was set, by the emulator's clock. */
  seconds: seconds().optional(),
  /** Strikes with this probability, drawn from a generator of that seed. */
  chance: z.number().min(0).max(1).default(1),
  seed: z.number().int().default(1),
}

const when = z.enum(['before', 'after']).default('before')

/** What can go wrong. `when` says whether the call has its effect first. */
export const faultSchema = z.discriminatedUnion('fault', [
  z.strictObject({
    ...shared,
    fault: z.literal('throttle'),
    retryAfterMs: z.number().int().min(0).max(86_400_000).optional(),
  }),
  z.strictObject({
    ...shared,
    fault: z.literal('error'),
    when,
    status: z.number().int().min(400).max(599).default(500),
    code: word().default('InternalError'),
    message: z
      .string()
      .max(2_000)
      .default('The request processing has failed due to some unknown error.'),
  }),
  z.strictObject({ ...shared, fault: z.literal('html'), when }),
  z.strictObject({ ...shared, fault: z.literal('empty'), when }),
  z.strictObject({ ...shared, fault: z.literal('truncated') }),
  z.strictObject({ ...shared, fault: z.literal('timeout'), when }),
  z.strictObject({ ...shared, fault: z.literal('reset'), when }),
  // The connection ends now, the call arrives `after` seconds later.
  z.strictObject({
    ...shared,
    fault: z.literal('late'),
    after: seconds().default(30),
    connection: z.enum(['timeout', 'reset']).default('reset'),
  }),
  z.strictObject({ ...shared, fault: z.literal('denied') }),
  z.strictObject({
    ...shared,
    fault: z.literal('quota'),
    code: word().default('Resource.QuotaFull'),
  }),
  z.strictObject({
    ...shared,
    fault: z.literal('blocking'),
    code: word().default('Operation.Blocking'),
  }),
  // Reads answer from the state as it was when the fault was set.
  z.strictObject({ ...shared, fault: z.literal('stale') }),
  // Reads do not see these records.
  z.strictObject({ ...shared, fault: z.literal('hide'), ids: z.array(word()).max(10_000) }),
  // Changes of state that the call starts take this many times as long.
  z.strictObject({ ...shared, fault: z.literal('slow'), factor: z.number().min(0).max(1_000_000) }),
  // Changes of state that the call starts never end; with `status`, the record shows that word.
  z.strictObject({ ...shared, fault: z.literal('stuck'), status: word().optional() }),
  // Answers with 200 and does nothing.
  z.strictObject({ ...shared, fault: z.literal('ignore') }),
  // These fields replace the answer's own; null removes one.
  z.strictObject({ ...shared, fault: z.literal('patch'), body: z.record(z.string(), z.unknown()) }),
  // The answer leaves this much later, in real time.
  z.strictObject({ ...shared, fault: z.literal('delay'), ms: z.number().min(0).max(600_000) }),
])

export type Fault = z.output<typeof faultSchema>
export type FaultInput = z.input<typeof faultSchema>

interface Armed {
  readonly id: string
  readonly fault: Fault
  readonly until: number
  readonly snapshot: State | undefined
  readonly draw: () => number
  skip: number
  left: number
}

/** A fault that strikes a call, with the snapshot that a stale read answers from. */
export type Strike = Fault & { readonly snapshot?: State | undefined }

/** The faults that are set. */
export class Faults {
  #armed: Armed[] = []

  add(fault: Fault, clock: Clock, state: State): string {
    const id = newId('fault')
    this.#armed.push({
      id,
      fault,
      until: fault.seconds === undefined ? Infinity : clock.now() + fault.seconds * 1000,
      snapshot: fault.fault === 'stale' ? newState(state) : undefined,
      draw: generator(fault.seed),
      skip: fault.skip,
      left: fault.count ?? Infinity,
    })
    return id
  }

  remove(id?: string): void {
    this.#armed = id === undefined ? [] : this.#armed.filter((armed) => armed.id !== id)
  }

  list(): unknown[] {
    return this.#armed.map(({ id, fault, left }) => ({
      id,
      ...fault,
      left: left === Infinity ? null : left,
    }))
  }

  /** The faults that strike this call, in the order they were set. Counts them as used. */
  take(call: Call, account: Account, now: number): Strike[] {
    if (this.#armed.length === 0) return []
    this.#armed = this.#armed.filter((armed) => armed.left > 0 && armed.until > now)
    const struck: Strike[] = []
    for (const armed of this.#armed) {
      if (!fits(armed.fault, call, account)) continue
      if (armed.skip > 0) armed.skip -= 1
      else if (armed.fault.chance === 1 || armed.draw() < armed.fault.chance) {
        armed.left -= 1
        struck.push({ ...armed.fault, snapshot: armed.snapshot })
      }
    }
    return struck
  }
}

function fits(fault: Fault, call: Call, account: Account): boolean {
  return (
    (fault.actions.length === 0 || fault.actions.includes(call.action)) &&
    (fault.product === undefined || fault.product === call.product) &&
    (fault.account === undefined || fault.account === account.uid) &&
    Object.entries(fault.match).every(([name, value]) => call.parameters[name] === value)
  )
}

// mulberry32: a small generator that gives the same numbers for the same seed.
function generator(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
