import { Nonces } from './protocol/authenticate'
import type { Call } from './protocol/call'
import type { World } from './protocol/operation'
import { quotaOf, schedule } from './protocol/perform'
import type { Account } from './state/accounts'
import { newState, type State } from './state/state'
import type { Store } from './state/store'
import { transitions } from './state/transitions'
import { Calls } from './steering/calls'
import type { Clock } from './steering/clock'
import { Faults } from './steering/faults'
import { fillWorld, type WorldName } from './world/fill'

/** A call whose connection ended before it arrived. */
interface LateCall {
  readonly at: number
  readonly call: Call
  readonly account: Account
}

export interface Emulator {
  readonly state: State
  readonly store: Store
  readonly clock: Clock
  /** The machine's time, which requests are signed by. */
  readonly wall: () => number
  /** Stretches every duration; 0 makes changes of state immediate. */
  readonly timeScale: number
  readonly faults: Faults
  readonly calls: Calls
  readonly nonces: Nonces
  readonly late: LateCall[]
}

/** An emulator with the stored world, or with the named one when nothing is stored. */
export function createEmulator(options: {
  store: Store
  clock: Clock
  wall?: () => number
  timeScale: number
  world: WorldName
}): Emulator {
  const { store, clock, timeScale, world, wall = Date.now } = options
  const emulator: Emulator = {
    state: newState(),
    store,
    clock,
    wall,
    timeScale,
    faults: new Faults(),
    calls: new Calls(),
    nonces: new Nonces(),
    late: [],
  }
  if (store.load(emulator.state)) {
    const ahead = emulator.state.settings.get('clock')?.value
    if (typeof ahead === 'number') clock.setAhead?.(ahead)
  } else reset(emulator, world)
  return emulator
}

/** Replaces everything by the named world; faults and calls are forgotten too. */
export function reset(emulator: Emulator, world: WorldName): void {
  const { state, store, clock } = emulator
  for (const table of Object.values(state))
    if (typeof table === 'object' && 'copy' in table)
      for (const { id } of table.all()) table.delete(id)
  state.journal.length = 0
  clock.setAhead?.(0)
  store.clear()
  fillWorld(state, world, clock.now())
  store.flush(state)
  emulator.faults.remove()
  emulator.calls.clear()
  emulator.late.length = 0
}

/** Moves the clock, keeps how far it is ahead, and lets happen what is due by then. */
export function advance(emulator: Emulator, ms: number): void {
  const { state, store, clock } = emulator
  clock.advance(ms)
  const ahead = state.settings.get('clock')?.value
  state.settings.put({ id: 'clock', value: (typeof ahead === 'number' ? ahead : 0) + ms })
  store.flush(state)
  settle(emulator)
}

/** Lets every change of state happen whose time has come, in order, each at its own time. */
export function settle(emulator: Emulator): void {
  const { state, store, clock } = emulator
  for (;;) {
    const next = earliest(state, clock.now())
    if (!next) break
    const world: World = {
      state,
      now: next.at,
      schedule: (name, target) => schedule(emulator, state, next.at, name, target),
      quota: (name) => quotaOf(state, name),
    }
    state.pending.delete(next.id)
    transitions[next.transition](world, next.target)
  }
  store.flush(state)
}

function earliest(state: State, now: number) {
  let found: ReturnType<State['pending']['get']>
  for (const pending of state.pending.all())
    if (pending.at <= now && (!found || pending.at < found.at)) found = pending
  return found
}
