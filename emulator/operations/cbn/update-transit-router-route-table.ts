import { z } from 'zod'

import { routeTableOf } from '../../cen-lookups'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { choice, description, dryRun, name, text } from '../../parameters'

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
