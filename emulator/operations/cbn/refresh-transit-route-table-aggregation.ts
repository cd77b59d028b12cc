import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { aggregationId, aggregationOf, configure } from '../../routers/aggregations'

export const RefreshTransitRouteTableAggregation = operation(
  z.object(aggregationId),
  (params, context) => {
    const aggregation = aggregationOf(context, params)
    if (aggregation.Status === 'Deleting') fail('IncorrectStatus.AggregationRoute')
    configure(context, aggregation)
    return {}
  },
)
