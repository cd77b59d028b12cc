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

// What all calls together may take as JSON, and what one of them may add.
const byteLimit = 16_000_000
const nameLimit = 128
const namesLimit = 200

/** The calls so far, oldest first; beyond 16 MB the oldest are forgotten. A caller's words are cut to 128 characters, its lists to 200 names. */
export class Calls {
  #records: CallRecord[] = []
  #sizes: number[] = []
  #bytes = 0
  #next = 1

  add(record: Omit<CallRecord, 'seq'>): void {
    const kept: CallRecord = {
      seq: this.#next,
      ...record,
      action: cut(record.action),
      clientToken: copyOf(record.clientToken),
      parameters: cutAll(record.parameters),
      ignored: cutAll(record.ignored),
      inUrl: cutAll(record.inUrl),
    }
    const size = sizeOf(kept)
    this.#records.push(kept)
    this.#sizes.push(size)
    this.#bytes += size
    this.#next += 1
    if (this.#bytes > byteLimit) this.#forget()
  }

  // A tenth at once, so that not every call moves the whole list.
  #forget(): void {
    let first = 0
    while (this.#bytes > byteLimit * 0.9) {
      this.#bytes -= this.#sizes[first] ?? 0
      first += 1
    }
    this.#records = this.#records.slice(first)
    this.#sizes = this.#sizes.slice(first)
  }

  /** What is kept, in bytes. */
  get bytes(): number {
    return this.#bytes
  }

  /** Calls with a higher number than `after`, of one action if given. */
  list(after = 0, action?: string): CallRecord[] {
    return this.#records.filter(
      (record) => record.seq > after && (action === undefined || record.action === action),
    )
  }

  clear(): void {
    this.#records = []
    this.#sizes = []
    this.#bytes = 0
  }
}

// Names come again and again: one copy of each serves. A copy, because a part of a string keeps the whole alive.
const copies = new Map<string, string>()
const copiesLimit = 10_000

function cut(text: string): string {
  const known = copies.get(text)
  if (known !== undefined) return known
  const copy = copyOf(text)
  if (copies.size < copiesLimit && copy.length <= nameLimit) copies.set(copy, copy)
  return copy
}

function copyOf(text: string): string {
  const short = text.length > nameLimit ? `${text.slice(0, nameLimit)}…` : text
  return Buffer.from(short).toString()
}

function cutAll(names: readonly string[]): readonly string[] {
  return names.slice(0, namesLimit).map(cut)
}

// Near enough to the JSON of a record: its texts, and 300 for names and numbers.
function sizeOf({ parameters, ignored, inUrl, faults, action, clientToken }: CallRecord): number {
  let size = 300 + action.length + clientToken.length
  for (const list of [parameters, ignored, inUrl, faults])
    for (const name of list) size += 3 + name.length
  return size
}
