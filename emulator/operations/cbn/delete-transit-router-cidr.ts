import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { transitRouterOf } from '../../routers/lookups'

export const DeleteTransitRouterCidr = operation(
  z.object({ ...dryRun, RegionId: text(), TransitRouterCidrId: text(), TransitRouterId: text() }),
  (params, context) => {
    const { state } = context
    const router = transitRouterOf(context, params.TransitRouterId)
    const cidr = state.cidrs.get(params.TransitRouterCidrId)
    if (cidr?.TransitRouterId !== router.id || router.RegionId !== params.RegionId)
      fail('OperationFailed.CidrNotExist')
    if (router.Status !== 'Active') fail('IncorrectStatus.Status')
    if (state.allocations.first((allocation) => allocation.TransitRouterCidrId === cidr.id))
      fail('OperationFailed.CidrBlockAllocated')
    state.cidrs.delete(cidr.id)
    return {}
  },
)
