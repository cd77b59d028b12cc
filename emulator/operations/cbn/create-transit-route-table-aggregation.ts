import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun } from '../../protocol/parameters'
import {
  aggregatedTable,
  aggregationId,
  aggregationSettings,
  configure,
  requireAggregatable,
  requireScope,
} from '../../routers/aggregations'

export const CreateTransitRouteTableAggregation = operation(
  z.object({ ...dryRun, ...aggregationId, ...aggregationSettings }),
  (params, context) => {
    const table = aggregatedTable(context, params.TransitRouteTableId)
    if (table.TransitRouterRouteTableStatus !== 'Active') fail('IncorrectStatus.TransitRouteTable')
    const { TransitRouteTableAggregationCidr } = params
    requireAggregatable(TransitRouteTableAggregationCidr)
    const aggregation = {
      id: `${table.id}/${TransitRouteTableAggregationCidr}`,
      TransitRouteTableId: table.id,
      TransitRouteTableAggregationCidr,
      Name: params.TransitRouteTableAggregationName ?? '',
      Description: params.TransitRouteTableAggregationDescription ?? '',
      Scope: params.TransitRouteTableAggregationScope ?? '',
      ScopeList: params.TransitRouteTableAggregationScopeList ?? [],
      Status: 'Configuring',
    }
    requireScope(aggregation)
    if (context.state.aggregations.get(aggregation.id)) fail('InstanceExist.AggregationRoute')
    configure(context, aggregation)
    return {}
  },
)
