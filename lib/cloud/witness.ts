import { AsyncLocalStorage } from 'node:async_hooks'

import type { Outcome } from '@/lib/cloud/errors'
import { once } from '@/lib/request/once'

/** A write about to leave, in the cloud's own words and without its secrets. */
export interface WitnessedWrite {
  /** The RAM action, `vpc:CreateCustomerGateway`. */
  action: string
  parameters: Record<string, string>
  /** What parameters replace, as far as whoever asked said so with `replacing`. */
  former: Record<string, string>
}

/** What became of it: the whole answer, or how it failed. */
export type Fate =
  | { outcome: 'accepted'; answer: Record<string, unknown> }
  | { outcome: Outcome; code: string; requestId: string | undefined }

/** Told of a write before it leaves; what it throws keeps the write from leaving. */
export type Witness = (write: WitnessedWrite) => Promise<(fate: Fate) => Promise<void>>

interface Watch {
  witness: Witness
  former: Record<string, string>
}

// One per process: an operation may run in another bundle than the action that began it.
const watches = once('witnesses', () => new AsyncLocalStorage<Watch | undefined>())

/** Runs what may write to the cloud in the sight of a witness. */
export const witnessed = <T>(witness: Witness, run: () => Promise<T>): Promise<T> =>
  watches.run({ witness, former: {} }, run)

/** Runs what writes down its own writes, out of sight of the witness of whoever began it. */
export const unwitnessed = <T>(run: () => Promise<T>): Promise<T> => watches.run(undefined, run)

/**
 * Says what the writes that follow replace or take away, by parameter name:
 * `{TransitRouterAttachmentName: 'old'}`. Empty: there was nothing.
 */
export function replacing(former: Record<string, string>): void {
  Object.assign(watches.getStore()?.former ?? {}, former)
}

// Everything that is not plainly a reading counts as a write.
const READING = /^(List|Describe|Get|Check|Diagnose)/

/** Called by the door before each call: announces a write, and gives where to report its fate. */
export async function announce(
  service: 'cen' | 'vpc',
  name: string,
  parameters: Record<string, string>,
): Promise<((fate: Fate) => Promise<void>) | undefined> {
  const watch = watches.getStore()
  if (!watch || READING.test(name) || parameters['DryRun'] === 'true') return undefined
  return watch.witness({ action: `${service}:${name}`, parameters, former: watch.former })
}
