import { AsyncLocalStorage } from 'node:async_hooks'

import type { NewOperation, OperationParts } from '@/lib/operations/engine/database'
import { once } from '@/lib/request/once'

/** Takes an operation that would begin: holds it back, or compares it with the one that was held back. */
type Taken = (operation: NewOperation, parts: OperationParts) => Promise<void>

// One per process: what an action calls may be in another bundle.
const presses = once('presses that begin nothing', () => new AsyncLocalStorage<Taken>())

/** Runs a press whose operation does not begin by itself: `taken` is given it instead. */
export const withoutBeginning = <T>(taken: Taken, run: () => Promise<T>): Promise<T> =>
  presses.run(taken, run)

/** Who takes the operation of this press instead of its beginning; nobody mostly. */
export const takenBy = (): Taken | undefined => presses.getStore()
