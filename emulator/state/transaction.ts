import { durations, type TransitionName } from './durations'
import { newId } from './ids'
import { type QuotaName, quotas } from './quotas'
import type { State } from './state'

/** One change of the state, at one time: what an operation or a due transition works with. */
export interface Transaction {
  readonly state: State
  /** Epoch ms by the emulator's clock. */
  readonly now: number
  /** Lets a transition happen to a record after its duration, or after `ms`, which the time scale does not stretch. */
  readonly schedule: (transition: TransitionName, target: string, ms?: number) => void
  readonly quota: (name: QuotaName) => number
}

/** A change at `now`. `stretch` makes the delay of a transition of the time it takes by itself. */
export function newTransaction(
  state: State,
  now: number,
  stretch: (ms: number, target: string) => number,
): Transaction {
  return {
    state,
    now,
    schedule: (transition, target, ms) => {
      const at = now + (ms ?? stretch(durations[transition], target))
      state.pending.put({ id: newId('pending'), transition, target, at })
    },
    quota: (name) => quotaOf(state, name),
  }
}

// The default of a quota, or what the control endpoint set it to.
function quotaOf(state: State, name: QuotaName): number {
  const set = state.settings.get(`quota/${name}`)?.value
  return typeof set === 'number' ? set : quotas[name]
}
