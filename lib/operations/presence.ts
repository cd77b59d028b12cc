import type { Sighting } from '@/lib/operations/step'

/** Whether a thing is there. An absence is proven when the same reading does show such things. */
export type Presence =
  | { there: true; id?: string; status: string }
  | { there: false; proven: boolean }

/** The effect of a call that makes the thing: done in one of these states. A failed one stays failed. */
export function made(presence: Presence, settled: readonly string[]): Sighting {
  if (!presence.there) return { effect: 'none', proven: presence.proven }
  const { id, status } = presence
  if (/fail/i.test(status)) return { effect: 'broken', observed: status }
  return {
    effect: settled.includes(status) ? 'done' : 'underway',
    ...(id !== undefined && { resourceId: id }),
    ...(status !== '' && { observed: status }),
  }
}

/** The effect of a call that removes the thing: underway in one of these states, done when it is gone. */
export function gone(presence: Presence, leaving: readonly string[]): Sighting {
  if (!presence.there) return { effect: presence.proven ? 'done' : 'underway' }
  const { status } = presence
  if (leaving.includes(status)) return { effect: 'underway', observed: status }
  return { effect: 'none', proven: true, observed: status }
}
