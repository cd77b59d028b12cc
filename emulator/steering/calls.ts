import type { Product } from '../protocol/call'

/** One call as it was seen. Names of parameters, never values. */
export interface CallRecord {
  readonly seq: number
  /** By the emulator's clock. */
  readonly time: string
  readonly account: number
  readonly product: Product | ''
  readonly action: string
  readonly clientToken: string
  readonly requestId: string
  readonly parameters: readonly string[]
  /** Parameters the operation does not know. */
  readonly ignored: readonly string[]
  /** Parameters that came in the URL instead of the body. */
  readonly inUrl: readonly string[]
  /** `ok`, or the code of the error that was decided, whatever the caller got to see of it. */
  readonly outcome: string
  /** Whether the call changed anything. */
  readonly effect: boolean
  /** The faults that struck. */
  readonly faults: readonly string[]
  /** Came through after its connection had ended. */
  readonly late: boolean
}

const limit = 100_000

/** The calls so far, oldest first; beyond 100 000 the oldest are forgotten. */
export class Calls {
  #records: CallRecord[] = []
  #next = 1

  add(record: Omit<CallRecord, 'seq'>): void {
    this.#records.push({ seq: this.#next, ...record })
    this.#next += 1
    if (this.#records.length > limit) this.#records = this.#records.slice(limit / 10)
  }

  /** Calls with a higher number than `after`, of one action if given. */
  list(after = 0, action?: string): CallRecord[] {
    return this.#records.filter(
      (record) => record.seq > after && (action === undefined || record.action === action),
    )
  }

  clear(): void {
    this.#records = []
  }
}
