import { z } from 'zod'

import { transitRouterOf } from '../../cen-lookups'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { dryRun, text } from '../../parameters'

export const ListTransitRouterCidr = operation(
  z.object({
    ...dryRun,
    RegionId: text(),
    TransitRouterId: text(),
    TransitRouterCidrId: text().optional(),
  }),
  (params, context) => {
    const router = transitRouterOf(context, params.TransitRouterId)
    if (router.RegionId !== params.RegionId) fail('InvalidTransitRouterId.NotFound')
    return {
      CidrLists: context.state.cidrs
        .where(
          ({ id, TransitRouterId }) =>
            TransitRouterId === router.id &&
            (!params.TransitRouterCidrId || id === params.TransitRouterCidrId),
        )
        .map(({ id, ...cidr }) => ({ ...cidr, Family: 'IPv4', TransitRouterCidrId: id })),
    }
  },
)
