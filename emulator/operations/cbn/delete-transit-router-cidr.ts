import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { cidrOf } from '../../routers/lookups'

export const DeleteTransitRouterCidr = operation(
  z.object({ ...dryRun, RegionId: text(), TransitRouterCidrId: text(), TransitRouterId: text() }),
  (params, context) => {
    const { state } = context
    const { router, cidr } = cidrOf(context, params)
    if (router.Status !== 'Active') fail('IncorrectStatus.Status')
    if (state.allocations.first((allocation) => allocation.TransitRouterCidrId === cidr.id))
      fail('OperationFailed.CidrBlockAllocated')
    state.cidrs.delete(cidr.id)
    return {}
  },
)
