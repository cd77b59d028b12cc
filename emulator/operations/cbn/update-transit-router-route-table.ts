import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, description, dryRun, name, text } from '../../protocol/parameters'
import { routeTableOf } from '../../routers/lookups'

export const UpdateTransitRouterRouteTable = operation(
  z.object({
    ...dryRun,
    RouteTableOptions: z
      .object({ MultiRegionECMP: choice(['enable', 'disable']).optional() })
      .default({}),
    TransitRouterRouteTableDescription: description().optional(),
    TransitRouterRouteTableId: text(),
    TransitRouterRouteTableName: name().optional(),
  }),
  (params, context) => {
    const table = routeTableOf(context, params.TransitRouterRouteTableId)
    if (table.TransitRouterRouteTableStatus !== 'Active') fail('IncorrectStatus.Status')
    context.state.routeTables.put({
      ...table,
      MultiRegionECMP: params.RouteTableOptions.MultiRegionECMP ?? table.MultiRegionECMP,
      TransitRouterRouteTableDescription:
        params.TransitRouterRouteTableDescription ?? table.TransitRouterRouteTableDescription,
      TransitRouterRouteTableName:
        params.TransitRouterRouteTableName ?? table.TransitRouterRouteTableName,
    })
    return {}
  },
)
