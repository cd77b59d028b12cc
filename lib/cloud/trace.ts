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
