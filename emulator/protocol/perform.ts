import { type Emulator, save } from '../emulator'
import type { Account } from '../state/accounts'
import { newState, type State, tablesOf, rollback } from '../state/state'
import { newTransaction } from '../state/transaction'
import type { Strike } from '../steering/faults'
import type { Call } from './call'
import { fail } from './errors'
import type { Body, Context, Operation } from './operation'
import { canonicalQuery, sha256 } from './signature'

// Alibaba publishes no retention of a ClientToken; a day is ours.
const tokenRetention = 24 * 3_600_000

/** Does what a call asks, all or nothing: a token seen before, parameters, dry run, effect. Says whether anything changed. */
export function perform(
  emulator: Emulator,
  operation: Operation,
  call: Call,
  account: Account,
  strikes: readonly Strike[],
  requestId: string,
): { body: Body; effect: boolean } {
  const { state } = emulator
  const now = emulator.clock.now()
  const tokenId = tokenIdOf(call, operation, account)
  const digest = digestOf(call)
  const used = tokenId ? state.tokens.get(tokenId) : undefined
  if (used && used.at > now - tokenRetention) {
    if (used.digest !== digest) fail('IdempotentParameterMismatch')
    return { body: used.body, effect: false }
  }
  if (strikes.some(({ fault }) => fault === 'ignore')) return { body: {}, effect: false }

  const view = viewOf(state, call, strikes)
  const context: Context = {
    ...newTransaction(view, now, delayOf(emulator.timeScale, view, now, strikes)),
    account,
    requestId,
    gateways: emulator.gateways,
  }
  try {
    const { body, isDryRun } = operation.execute(call.parameters, context)
    if (view !== state) return { body, effect: false }
    if (isDryRun) {
      if (operation.dryRun === 'error') fail('DryRunOperation')
      rollback(state)
      return { body: {}, effect: false }
    }
    const effect = state.journal.length > 0
    if (effect && tokenId) {
      state.tokens.put({ id: tokenId, digest, body, at: now })
      forgetTokens(state, now)
    }
    save(emulator)
    return { body, effect }
  } catch (error) {
    rollback(state)
    throw error
  }
}

// They are in the order in which they were used: the old ones come first.
function forgetTokens(state: State, now: number): void {
  for (;;) {
    const oldest = state.tokens.first(() => true)
    if (!oldest || oldest.at > now - tokenRetention) return
    state.tokens.delete(oldest.id)
  }
}

// Faults of the call may stretch its changes of state, or keep them from ever ending.
function delayOf(
  timeScale: number,
  state: State,
  now: number,
  strikes: readonly Strike[],
): (ms: number, target: string) => number {
  return (ms, target) => {
    let delay = ms * timeScale
    for (const strike of strikes) {
      if (strike.fault === 'slow') delay = (delay || ms) * strike.factor
      if (strike.fault === 'stuck') {
        delay = Number.MAX_SAFE_INTEGER - now
        if (strike.status !== undefined) showStatus(state, target, strike.status)
      }
    }
    return delay
  }
}

/** What records call it. */
const STATUS = ['State', 'TransitRouterRouteTableStatus']

function showStatus(state: State, id: string, Status: string): void {
  for (const table of tablesOf(state)) {
    const record = table.get(id)
    if (record)
      table.put({ ...record, [STATUS.find((name) => name in record) ?? 'Status']: Status })
  }
}

function viewOf(state: State, call: Call, strikes: readonly Strike[]): State {
  if (!/^(List|Describe)/.test(call.action)) return state
  let view = strikes.find((strike) => strike.snapshot)?.snapshot ?? state
  for (const strike of strikes) {
    if (strike.fault !== 'hide') continue
    view = newState(view)
    for (const table of tablesOf(view)) for (const id of strike.ids) table.delete(id)
  }
  return view
}

function tokenIdOf(call: Call, operation: Operation, account: Account): string {
  const token = call.parameters['ClientToken']
  if (!token || !('ClientToken' in operation.params.shape)) return ''
  return `${account.uid}/${call.product}/${call.action}/${token}`
}

function digestOf(call: Call): string {
  return sha256(
    canonicalQuery(Object.entries(call.parameters).filter(([name]) => name !== 'ClientToken')),
  )
}
