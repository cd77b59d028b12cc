import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { description, dryRun, name, text } from '../../protocol/parameters'
import { transitRouterOf } from '../../routers/lookups'

export const UpdateTransitRouter = operation(
  z.object({
    ...dryRun,
    RegionId: text(),
    TransitRouterId: text(),
    TransitRouterName: name().optional(),
    TransitRouterDescription: description().optional(),
  }),
  (params, context) => {
    const router = transitRouterOf(context, params.TransitRouterId)
    if (router.RegionId !== params.RegionId) fail('InvalidTransitRouterId.NotFound')
    if (router.Status !== 'Active') fail('IncorrectStatus.Status')
    context.state.transitRouters.put({
      ...router,
      Status: 'Modifying',
      TransitRouterName: params.TransitRouterName ?? router.TransitRouterName,
      TransitRouterDescription: params.TransitRouterDescription ?? router.TransitRouterDescription,
    })
    context.schedule('transitRouterUpdated', router.id)
    return {}
  },
  { dryRun: 'request-id' },
)
