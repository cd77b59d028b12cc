import { z } from 'zod'

import { routeTableOf } from '../../cen-lookups'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { dryRun, text } from '../../parameters'

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
