import { z } from 'zod'

import { operation, toMinute } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { choice, nextPages, tagFilter, text } from '../../protocol/parameters'
import { hasTags } from '../../protocol/tags'
import { transitRouterOf } from '../../routers/lookups'

export const ListTransitRouterRouteTables = operation(
  z.object({
    ...nextPages(20),
    RouteTableOptions: z
      .object({ MultiRegionECMP: choice(['enable', 'disable']).optional() })
      .optional(),
    Tag: tagFilter().optional(),
    TransitRouterId: text().optional(),
    TransitRouterRouteTableIds: z.array(text()).max(20).optional(),
    TransitRouterRouteTableNames: z.array(text()).max(20).optional(),
    TransitRouterRouteTableStatus: choice(['Creating', 'Deleting', 'Active']).optional(),
    TransitRouterRouteTableType: choice(['Custom', 'System']).optional(),
  }),
  (params, context) => {
    const { state, account } = context
    if (params.TransitRouterId) transitRouterOf(context, params.TransitRouterId)
    const ecmp = params.RouteTableOptions?.MultiRegionECMP
    const tables = state.routeTables.where(
      (table) =>
        state.transitRouters.get(table.TransitRouterId)?.owner === account.uid &&
        (!params.TransitRouterId || table.TransitRouterId === params.TransitRouterId) &&
        (!params.TransitRouterRouteTableIds ||
          params.TransitRouterRouteTableIds.includes(table.id)) &&
        (!params.TransitRouterRouteTableNames ||
          params.TransitRouterRouteTableNames.includes(table.TransitRouterRouteTableName)) &&
        (!params.TransitRouterRouteTableStatus ||
          table.TransitRouterRouteTableStatus === params.TransitRouterRouteTableStatus) &&
        (!params.TransitRouterRouteTableType ||
          table.TransitRouterRouteTableType === params.TransitRouterRouteTableType) &&
        (!ecmp || table.MultiRegionECMP === ecmp) &&
        hasTags(table.tags, params.Tag),
    )
    const { items, echo } = nextPageOf(tables, params)
    return {
      ...echo,
      TransitRouterRouteTables: items.map((table) => ({
        CreateTime: toMinute(table.createdAt),
        RegionId: state.transitRouters.get(table.TransitRouterId)?.RegionId ?? '',
        RouteTableOptions: { MultiRegionECMP: table.MultiRegionECMP },
        Tags: table.tags,
        TransitRouterId: table.TransitRouterId,
        TransitRouterRouteTableDescription: table.TransitRouterRouteTableDescription,
        TransitRouterRouteTableId: table.id,
        TransitRouterRouteTableName: table.TransitRouterRouteTableName,
        TransitRouterRouteTableStatus: table.TransitRouterRouteTableStatus,
        TransitRouterRouteTableType: table.TransitRouterRouteTableType,
      })),
    }
  },
)
