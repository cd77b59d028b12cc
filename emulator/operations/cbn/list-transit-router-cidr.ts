import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { transitRouterOf } from '../../routers/lookups'

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
