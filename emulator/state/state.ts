import type {
  Aggregation,
  Allocation,
  Association,
  Attachment,
  Cen,
  Grant,
  Propagation,
  RouteMap,
  RouteTable,
  StaticRoute,
  TransitRouter,
  TransitRouterCidr,
} from './cen-records'
import type { TransitionName } from './durations'
import { type Change, Table } from './table'
import type { CustomerGateway, Device, TunnelHistory, VcoRoute, VpnConnection } from './vpn-records'

/** A change of state that comes by itself at `at` (epoch ms). */
interface Pending {
  readonly id: string
  readonly transition: TransitionName
  readonly target: string
  readonly at: number
}

/** What a ClientToken stands for: the request it came with and the answer it got. */
interface TokenUse {
  readonly id: string
  readonly digest: string
  readonly body: Readonly<Record<string, unknown>>
  readonly at: number
}

/** A number or flag of the emulator itself: an overridden quota, an account's service, the clock's offset. */
interface Setting {
  readonly id: string
  readonly value: number | boolean | string
}

interface Kinds {
  cens: Cen
  transitRouters: TransitRouter
  cidrs: TransitRouterCidr
  allocations: Allocation
  routeTables: RouteTable
  attachments: Attachment
  associations: Association
  propagations: Propagation
  routes: StaticRoute
  routeMaps: RouteMap
  aggregations: Aggregation
  grants: Grant
  customerGateways: CustomerGateway
  connections: VpnConnection
  vcoRoutes: VcoRoute
  devices: Device
  tunnelHistories: TunnelHistory
  pending: Pending
  tokens: TokenUse
  settings: Setting
}

const kinds = [
  'cens',
  'transitRouters',
  'cidrs',
  'allocations',
  'routeTables',
  'attachments',
  'associations',
  'propagations',
  'routes',
  'routeMaps',
  'aggregations',
  'grants',
  'customerGateways',
  'connections',
  'vcoRoutes',
  'devices',
  'tunnelHistories',
  'pending',
  'tokens',
  'settings',
] as const satisfies readonly (keyof Kinds)[]

type Tables = { readonly [K in keyof Kinds]: Table<Kinds[K]> }

/** All the emulator knows: a table per kind of record, and a journal of what the present request changed. */
export interface State extends Tables {
  /** Grows with each write, so that what is computed from the state can be kept until it changes. */
  revision: number
  readonly journal: Change[]
}

function tableOf<K extends keyof Kinds>(kind: K, changed: (change: Change) => void, from?: State) {
  // The copied map comes from the table of the same kind.
  return new Table<Kinds[K]>(
    kind,
    changed,
    from?.[kind].copy() as Map<string, Kinds[K]> | undefined,
  )
}

/** An empty state, or a copy of `from` that shares its records. */
export function newState(from?: State): State {
  const journal: Change[] = []
  const changed = (change: Change) => {
    state.revision += 1
    journal.push(change)
  }
  const tables = Object.fromEntries(kinds.map((kind) => [kind, tableOf(kind, changed, from)]))
  // fromEntries loses which key has which table; `kinds` above has them all.
  const state: State = Object.assign(tables as unknown as Tables, {
    revision: from?.revision ?? 0,
    journal,
  })
  return state
}

/** All tables, in the order they are written. */
export function tablesOf(state: State): Table<{ readonly id: string }>[] {
  return kinds.map((kind) => state[kind] as unknown as Table<{ readonly id: string }>)
}

/** Undoes every change since the journal was last emptied. */
export function rollback(state: State): void {
  for (const { table, id, before } of state.journal.reverse()) table.restore(id, before)
  state.journal.length = 0
  state.revision += 1
}
