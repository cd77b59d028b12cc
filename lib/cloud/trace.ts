import { AsyncLocalStorage } from 'node:async_hooks'

import { once } from '@/lib/request/once'

// One per process: the steps of an operation may be another bundle's than its run.
const traces = once('traces', () => new AsyncLocalStorage<string[]>())

/** Runs cloud calls and gives, beside the value, the request ids of those that were answered well. */
export async function traced<T>(
  run: () => Promise<T>,
): Promise<{ value: T; requestIds: string[] }> {
  const requestIds: string[] = []
  return { value: await traces.run(requestIds, run), requestIds }
}

/** Called by the door for each good answer. */
export function noteRequestId(requestId: unknown): void {
  if (typeof requestId === 'string') traces.getStore()?.push(requestId)
}

/** How often the writes of a press had to be sent again, and why the last time. */
export interface Busy {
  code: string
  again: number
}

const presses = once('presses', () => new AsyncLocalStorage<Busy>())

/** Runs a press; `busy` then says how often the cloud was too busy for it, also when it throws. */
export const counted = <T>(busy: Busy, run: () => Promise<T>): Promise<T> => presses.run(busy, run)

/** Called by the door for each write that goes out again. */
export function noteBusy(code: string): void {
  const busy = presses.getStore()
  if (busy) Object.assign(busy, { code, again: busy.again + 1 })
}
