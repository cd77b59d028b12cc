import { bindConnection, releaseConnection } from './connections/binding'
import type { Gateways } from './gateways/gateways'
import type { TransitionName } from './state/durations'
import type { State } from './state/state'
import type { Transaction } from './state/transaction'

/** What happens to a record when the time of a transition has come. A record that is gone is left alone. */
export const transitions: Readonly<
  Record<TransitionName, (change: Transaction, id: string, gateways: Gateways) => void>
> = {
  cenCreated: ({ state }, id) => state.cens.patch(id, { Status: 'Active' }),
  cenUpdated: ({ state }, id) => state.cens.patch(id, { Status: 'Active' }),
  cenDeleted: ({ state }, id) => state.cens.delete(id),
  transitRouterCreated: ({ state }, id) => {
    state.transitRouters.patch(id, { Status: 'Active' })
    for (const table of state.routeTables.where(({ TransitRouterId }) => TransitRouterId === id))
      state.routeTables.patch(table.id, { TransitRouterRouteTableStatus: 'Active' })
  },
  transitRouterUpdated: ({ state }, id) => state.transitRouters.patch(id, { Status: 'Active' }),
  transitRouterDeleted: ({ state }, id) => {
    for (const table of state.routeTables.where(({ TransitRouterId }) => TransitRouterId === id)) {
      for (const map of state.routeMaps.where(
        ({ TransitRouterRouteTableId }) => TransitRouterRouteTableId === table.id,
      ))
        state.routeMaps.delete(map.id)
      for (const route of state.routes.where(
        ({ TransitRouterRouteTableId }) => TransitRouterRouteTableId === table.id,
      ))
        state.routes.delete(route.id)
      removeAggregations(state, table.id)
      state.routeTables.delete(table.id)
    }
    for (const cidr of state.cidrs.where(({ TransitRouterId }) => TransitRouterId === id))
      state.cidrs.delete(cidr.id)
    state.transitRouters.delete(id)
  },
  routeTableCreated: ({ state }, id) =>
    state.routeTables.patch(id, { TransitRouterRouteTableStatus: 'Active' }),
  routeTableDeleted: ({ state }, id) => {
    for (const map of state.routeMaps.where((map) => map.TransitRouterRouteTableId === id))
      state.routeMaps.delete(map.id)
    removeAggregations(state, id)
    state.routeTables.delete(id)
  },
  attached: (change, id, gateways) => {
    change.state.attachments.patch(id, { Status: 'Attached' })
    const connection = bindConnection(change, id)
    if (connection) gateways.start(change, connection)
  },
  attachmentUpdated: ({ state }, id) => state.attachments.patch(id, { Status: 'Attached' }),
  detached: (change, id, gateways) => {
    const connection = releaseConnection(change, id)
    if (connection) gateways.stop(change, connection)
    removeAttachment(change, id)
  },
  associated: ({ state }, id) => state.associations.patch(id, { Status: 'Active' }),
  associationReplaced: ({ state }, id) =>
    state.associations.patch(id, { Status: 'Active', previousTableId: '' }),
  dissociated: ({ state }, id) => state.associations.delete(id),
  propagated: ({ state }, id) => state.propagations.patch(id, { Status: 'Active' }),
  unpropagated: ({ state }, id) => state.propagations.delete(id),
  routeCreated: ({ state }, id) => state.routes.patch(id, { Status: 'Active' }),
  routeDeleted: ({ state }, id) => state.routes.delete(id),
  routeMapCreated: ({ state }, id) => state.routeMaps.patch(id, { Status: 'Active' }),
  routeMapDeleted: ({ state }, id) => state.routeMaps.delete(id),
  routeMapUpdated: ({ state }, id) => state.routeMaps.patch(id, { Status: 'Active' }),
  aggregationConfigured: ({ state }, id) =>
    state.aggregations.patch(id, { Status: 'AllConfigured' }),
  aggregationDeleted: ({ state }, id) => state.aggregations.delete(id),
  connectionCreated: ({ state }, id) => {
    // It may be attached or changed before it is ready; then that change decides.
    if (state.connections.get(id)?.State === 'init')
      state.connections.patch(id, { State: 'active' })
  },
  connectionUpdated: (change, id, gateways) => {
    const { state } = change
    const connection = state.connections.get(id)
    if (!connection) return
    const bound = state.attachments.first(({ ResourceId }) => ResourceId === id)
    const { before = connection, ...rest } = connection
    const updated = state.connections.put({
      ...rest,
      State: bound ? 'attached' : 'active',
      tunnels: rest.tunnels.map((tunnel) => ({ ...tunnel, State: 'active' })),
    })
    if (bound) gateways.start(change, updated, before)
  },
  // Nothing changes at its end; until then the gateway is being configured.
  customerGatewayUpdated: () => {},
  tunnelNegotiated: (change, id, gateways) => gateways.due?.(change, id),
  tunnelTriggered: (change, id, gateways) => gateways.due?.(change, id),
  gatewayDue: (change, id, gateways) => gateways.due?.(change, id),
}

function removeAggregations(state: State, tableId: string): void {
  for (const { id } of state.aggregations.where(
    ({ TransitRouteTableId }) => TransitRouteTableId === tableId,
  ))
    state.aggregations.delete(id)
}

/** Removes an attachment with its association, propagations and static routes. */
function removeAttachment({ state }: Transaction, attachmentId: string): void {
  state.associations.delete(attachmentId)
  for (const { id } of state.propagations.where(
    ({ TransitRouterAttachmentId }) => TransitRouterAttachmentId === attachmentId,
  ))
    state.propagations.delete(id)
  for (const { id } of state.routes.where(({ nextHopId }) => nextHopId === attachmentId))
    state.routes.delete(id)
  state.attachments.delete(attachmentId)
}
