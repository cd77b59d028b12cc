import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { routeTableOf } from '../../routers/lookups'

export const DeleteTransitRouterRouteTable = operation(
  z.object({ ...dryRun, TransitRouterRouteTableId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const table = routeTableOf(context, params.TransitRouterRouteTableId)
    if (table.TransitRouterRouteTableType === 'System')
      fail('InvalidParameter.TransitRouterRouteTableId', 'The default route table stays.')
    const isUsed =
      state.associations.first((item) => item.TransitRouterRouteTableId === table.id) ??
      state.propagations.first((item) => item.TransitRouterRouteTableId === table.id) ??
      state.routes.first((item) => item.TransitRouterRouteTableId === table.id)
    if (table.TransitRouterRouteTableStatus !== 'Active' || isUsed)
      fail(
        'IncorrectStatus.TransitRouterRouteTable',
        'The table changes, or has associations, propagations or static routes.',
      )
    state.routeTables.put({ ...table, TransitRouterRouteTableStatus: 'Deleting' })
    schedule('routeTableDeleted', table.id)
    return {}
  },
)
