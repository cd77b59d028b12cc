import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun } from '../../protocol/parameters'
import { aggregationId, aggregationOf } from '../../routers/aggregations'

export const DeleteTransitRouteTableAggregation = operation(
  z.object({ ...dryRun, ...aggregationId }),
  (params, context) => {
    const { state, schedule } = context
    const aggregation = aggregationOf(context, params)
    if (aggregation.Status !== 'AllConfigured') fail('Operation.Blocking')
    state.aggregations.put({ ...aggregation, Status: 'Deleting' })
    schedule('aggregationDeleted', aggregation.id)
    return {}
  },
)
