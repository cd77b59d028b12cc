import { type GatewayHost, type Gateways, report } from './gateways/gateways'
import { playedGateways } from './gateways/played/played'
import { Nonces } from './protocol/authenticate'
import type { Call } from './protocol/call'
import type { Account } from './state/accounts'
import { newState, type State } from './state/state'
import type { Store } from './state/store'
import { newTransaction, type Transaction } from './state/transaction'
import { Calls } from './steering/calls'
import type { Clock } from './steering/clock'
import { Faults } from './steering/faults'
import { transitions } from './transitions'
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
  readonly gateways: Gateways
}

/** An emulator with the stored world, or with the named one when nothing is stored. */
export function createEmulator(options: {
  store: Store
  clock: Clock
  wall?: () => number
  timeScale: number
  world: WorldName
  /** What stands behind attached connections; played unless given. */
  gateways?: (host: GatewayHost) => Gateways
}): Emulator {
  const { store, clock, timeScale, world, wall = Date.now } = options
  const { gateways = () => playedGateways } = options
  const state = newState()
  const emulator: Emulator = {
    state,
    store,
    clock,
    wall,
    timeScale,
    faults: new Faults(),
    calls: new Calls(),
    nonces: new Nonces(),
    late: [],
    gateways: gateways({
      state,
      now: () => clock.now(),
      report: (connectionId, what) => {
        report(state, connectionId, what)
        save(emulator)
      },
    }),
  }
  if (store.load(emulator.state)) {
    const ahead = emulator.state.settings.get('clock')?.value
    if (typeof ahead === 'number') clock.setAhead?.(ahead)
    emulator.gateways.restart?.()
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
  emulator.gateways.restart?.()
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
  const { state, clock } = emulator
  for (;;) {
    const next = earliest(state)
    if (!next || next.at > clock.now()) break
    const change = transactionAt(emulator, next.at)
    state.pending.delete(next.id)
    transitions[next.transition](change, next.target, emulator.gateways)
  }
  save(emulator)
}

/** A change of the state at a time, by default now. */
export function transactionAt(emulator: Emulator, at = emulator.clock.now()): Transaction {
  return newTransaction(emulator.state, at, (ms) => ms * emulator.timeScale)
}

/** Keeps what has changed, and tells the gateways that something has. */
export function save({ state, store, gateways }: Emulator): void {
  if (state.journal.length === 0) return
  store.flush(state)
  gateways.changed?.()
}

type Pending = ReturnType<State['pending']['all']>[number]

// Every request asks: it is looked for again only after a change.
const soonest = new WeakMap<State, { revision: number; pending: Pending | undefined }>()

function earliest(state: State): Pending | undefined {
  const known = soonest.get(state)
  if (known?.revision === state.revision) return known.pending
  let found: Pending | undefined
  for (const pending of state.pending.all()) if (!found || pending.at < found.at) found = pending
  soonest.set(state, { revision: state.revision, pending: found })
  return found
}
