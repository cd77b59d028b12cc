import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { transitRouterOf } from '../../routers/lookups'

export const DeleteTransitRouter = operation(
  z.object({ ...dryRun, TransitRouterId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const router = transitRouterOf(context, params.TransitRouterId, 'ParameterInstanceId')
    if (router.Status !== 'Active') fail('IncorrectStatus.TransitRouterInstance')
    if (state.cens.get(router.CenId)?.Status !== 'Active') fail('IncorrectStatus.CenInstance')
    if (state.attachments.first(({ TransitRouterId }) => TransitRouterId === router.id))
      fail('InvalidOperation.AttachedChildInstanceExist')
    const custom = state.routeTables.first(
      (table) =>
        table.TransitRouterId === router.id && table.TransitRouterRouteTableType === 'Custom',
    )
    if (custom)
      fail('IncorrectStatus.TransitRouterRouteTable', 'The router has a custom route table.')
    state.transitRouters.put({ ...router, Status: 'Deleting' })
    schedule('transitRouterDeleted', router.id)
    return {}
  },
)
