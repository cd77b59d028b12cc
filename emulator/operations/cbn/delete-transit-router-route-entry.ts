import { z } from 'zod'

import { fail, found } from '../../protocol/errors'
import { type Context, operation } from '../../protocol/operation'
import { choice, dryRun, text } from '../../protocol/parameters'
import { routeTableOf, staticRouteOf } from '../../routers/lookups'
import type { StaticRoute } from '../../state/cen-records'

const params = z.object({
  ...dryRun,
  TransitRouterRouteEntryDestinationCidrBlock: text().optional(),
  TransitRouterRouteEntryId: text().optional(),
  TransitRouterRouteEntryNextHopId: text().optional(),
  TransitRouterRouteEntryNextHopType: choice(['BlackHole', 'Attachment']).optional(),
  TransitRouterRouteTableId: text().optional(),
})

type Params = z.output<typeof params>

export const DeleteTransitRouterRouteEntry = operation(params, (params, context) => {
  const route = routeOf(params, context)
  if (route.Status !== 'Active') fail('InstanceStatus.NotSupport')
  context.state.routes.put({ ...route, Status: 'Deleting' })
  context.schedule('routeDeleted', route.id)
  return {}
})

// Alibaba: by entry id, or by table, destination, next hop type and next hop.
function routeOf(params: Params, context: Context): StaticRoute {
  const { state } = context
  const destination = params.TransitRouterRouteEntryDestinationCidrBlock
  const tableId = params.TransitRouterRouteTableId
  if (params.TransitRouterRouteEntryId) {
    if (tableId || destination) fail('ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock')
    return staticRouteOf(context, params.TransitRouterRouteEntryId)
  }
  if (!tableId) fail('MissingParameter', 'The parameter TransitRouterRouteTableId is missing.')
  const table = routeTableOf(context, tableId)
  return found(
    state.routes.first(
      (route) =>
        route.TransitRouterRouteTableId === table.id &&
        route.destination === destination &&
        route.nextHopType === params.TransitRouterRouteEntryNextHopType &&
        route.nextHopId === (params.TransitRouterRouteEntryNextHopId ?? ''),
    ),
    'InvalidDestinationCidrBlock.NotFound',
  )
}
