import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { nextPages, text, token } from '../../protocol/parameters'
import { aggregatedTable } from '../../routers/aggregations'

export const DescribeTransitRouteTableAggregation = operation(
  z.object({
    ...token,
    ...nextPages(20),
    TransitRouteTableAggregationCidr: text().optional(),
    TransitRouteTableId: text(),
  }),
  (params, context) => {
    const table = aggregatedTable(context, params.TransitRouteTableId)
    const cidr = params.TransitRouteTableAggregationCidr
    const all = context.state.aggregations.where(
      ({ TransitRouteTableId, TransitRouteTableAggregationCidr }) =>
        TransitRouteTableId === table.id && (!cidr || TransitRouteTableAggregationCidr === cidr),
    )
    const { items, echo } = nextPageOf(all, params)
    return {
      Count: items.length,
      Total: echo.TotalCount,
      ...(echo.NextToken !== undefined && { NextToken: echo.NextToken }),
      Data: items.map((aggregation) => ({
        TrRouteTableId: aggregation.TransitRouteTableId,
        TransitRouteTableAggregationCidr: aggregation.TransitRouteTableAggregationCidr,
        Name: aggregation.Name,
        Description: aggregation.Description,
        RouteType: 'Static',
        Scope: aggregation.Scope,
        ScopeList: aggregation.ScopeList,
        Status: aggregation.Status,
      })),
    }
  },
)
