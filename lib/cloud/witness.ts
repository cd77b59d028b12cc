import { AsyncLocalStorage } from 'node:async_hooks'

import { isRead } from '@/lib/cloud/request'
import type { Outcome } from '@/lib/failure/errors'
import { once } from '@/lib/request/once'

/** A write about to leave, in the cloud's own words and without its secrets. */
export interface WitnessedWrite {
  /** The RAM action, `vpc:CreateCustomerGateway`. */
  action: string
  parameters: Record<string, string>
  /**
   * By which parameter, or by which field of a creation's answer, it names the object it is about. Absent
   * only where a test sends past the door.
   */
  subject: string | undefined
  /** What parameters replace, as far as whoever asked said so with `replacing`. */
  former: Record<string, string>
}

/** What became of it: the whole answer, or how it failed. */
export type Fate =
  | { outcome: 'accepted'; answer: Record<string, unknown> }
  | { outcome: Outcome; code: string; requestId: string | undefined }

/** Told of a write before it leaves; what it throws keeps the write from leaving. */
export type Witness = (write: WitnessedWrite) => Promise<(fate: Fate) => Promise<void>>

interface Witnessing {
  witness: Witness
  former: Record<string, string>
}

// One per process: an operation may run in another bundle than the action that began it.
const witnessing = once('witnesses', () => new AsyncLocalStorage<Witnessing | undefined>())

/** Runs what may write to the cloud before a witness. */
export const witnessed = <T>(witness: Witness, run: () => Promise<T>): Promise<T> =>
  witnessing.run({ witness, former: {} }, run)

/** Runs what records its own writes, without the witness of whoever began it. */
export const unwitnessed = <T>(run: () => Promise<T>): Promise<T> => witnessing.run(undefined, run)

/**
 * Says what the writes that follow replace or take away, by parameter name:
 * `{TransitRouterAttachmentName: 'old'}`. Empty: there was nothing.
 */
export function replacing(former: Record<string, string>): void {
  Object.assign(witnessing.getStore()?.former ?? {}, former)
}

/**
 * Called by the door before each call: announces a write to the witness, and gives where to report its
 * fate. `action` is the RAM action; `subject` is the SDK property that names the object.
 */
export async function announce(
  action: string,
  parameters: Record<string, string>,
  subject: string | undefined,
): Promise<((fate: Fate) => Promise<void>) | undefined> {
  const current = witnessing.getStore()
  const [, name = ''] = action.split(':')
  if (!current || isRead(name) || parameters['DryRun'] === 'true') return undefined
  const { witness, former } = current
  return witness({ action, parameters, former, subject: subject && onWire(subject, parameters) })
}

/** The wire name of a property; of a list, its first item: a call of ours is about one object. */
function onWire(property: string, parameters: Record<string, string>): string {
  const name = `${property.charAt(0).toUpperCase()}${property.slice(1)}`
  return `${name}.1` in parameters ? `${name}.1` : name
}
