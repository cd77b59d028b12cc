import { z } from 'zod'

import { transitRouterOf } from '../../cen-lookups'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { description, dryRun, name, text } from '../../parameters'

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
