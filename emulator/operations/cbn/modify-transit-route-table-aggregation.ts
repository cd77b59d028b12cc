import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun } from '../../protocol/parameters'
import {
  aggregationId,
  aggregationOf,
  aggregationSettings,
  configure,
  requireScope,
} from '../../routers/aggregations'

export const ModifyTransitRouteTableAggregation = operation(
  z.object({ ...dryRun, ...aggregationId, ...aggregationSettings }),
  (params, context) => {
    const old = aggregationOf(context, params)
    if (old.Status !== 'AllConfigured') fail('IncorrectStatus.AggregationRoute')
    const changed = {
      ...old,
      Name: params.TransitRouteTableAggregationName ?? old.Name,
      Description: params.TransitRouteTableAggregationDescription ?? old.Description,
      Scope: params.TransitRouteTableAggregationScope ?? old.Scope,
      ScopeList: params.TransitRouteTableAggregationScopeList ?? old.ScopeList,
    }
    requireScope(changed)
    configure(context, changed)
    return {}
  },
)
