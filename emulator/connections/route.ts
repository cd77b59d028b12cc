import { z } from 'zod'

import { block, overlaps, parseBlock } from '../net'
import { fail, found } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import { choice, text } from '../protocol/parameters'
import type { VcoRoute, VpnConnection } from '../state/vpn-records'
import { requireSteady } from './connection'
import { attachmentOfConnection, connectionOf } from './lookups'
import { vcoId } from './parameters'

/** Alibaba: CreateVcoRouteEntry, Weight. */
export const weight = () => choice(['0', '100']).transform(Number)

/** What names a route of a connection, for every operation on one. */
export const vcoRouteId = {
  ...vcoId,
  NextHop: text(),
  OverlayMode: choice(['Ipsec']).default('Ipsec'),
  RouteDest: text(),
  Weight: weight(),
}

// Alibaba: CreateVcoRouteEntry, RouteDest: not 0.0.0.0/0, not in 100.64.0.0/10.
const carrierSpace = block('100.64.0.0/10')

/** A destination that a route may have. */
export const routeDest = () =>
  z.string().refine((value) => {
    const destination = parseBlock(value)
    return destination && destination.length > 0 && !overlaps(destination, carrierSpace)
  }, 'IllegalParam.RouteDest')

interface RouteParams {
  RegionId: string
  VpnConnectionId: string
  NextHop: string
  RouteDest: string
  Weight: number
}

/** The connection whose routes are to change: the caller's, the next hop, bound to a router and not being changed. */
export function routedConnection(context: Context, params: RouteParams): VpnConnection {
  const connection = connectionOf(context, params)
  if (params.NextHop !== connection.id)
    fail('InvalidParameter', 'The parameter NextHop is not the connection.')
  requireSteady(connection)
  if (!attachmentOfConnection(context.state, connection.id)) fail('InstanceStatus.NotSupport')
  return connection
}

/** The route that destination, next hop and weight name. */
export function vcoRouteOf({ state }: Context, params: RouteParams): VcoRoute {
  return found(
    state.vcoRoutes.first(
      (route) =>
        route.VpnConnectionId === params.VpnConnectionId &&
        route.RouteDest === params.RouteDest &&
        route.NextHop === params.NextHop &&
        route.Weight === params.Weight,
    ),
    'VcoRouteEntry.NotFound',
  )
}

/** Shows that the routes of a connection are being changed. */
export function startRouteUpdate({ state, schedule }: Context, { id }: VpnConnection): void {
  state.connections.patch(id, { State: 'updating' })
  schedule('connectionUpdated', id)
}
