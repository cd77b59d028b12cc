import { z } from 'zod'

import { operation, toMinute } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { choice, nextPages, text } from '../../protocol/parameters'
import { routeTableOf } from '../../routers/lookups'
import { filterKeys, filterRoutes } from '../../routers/routes/filter'
import type { Route } from '../../routers/routes/route'
import { tableRoutes } from '../../routers/routes/table-routes'

const resourceType = () => choice(['VPC', 'VBR', 'TR', 'VPN', 'ECR']).optional()

export const ListTransitRouterRouteEntries = operation(
  z.object({
    ...nextPages(20),
    PrefixListId: text().optional(),
    RouteFilter: z.array(z.object({ Key: choice(filterKeys), Value: z.array(text()) })).default([]),
    TransitRouterRouteEntryDestinationCidrBlock: text().optional(),
    TransitRouterRouteEntryIds: z.array(text()).optional(),
    TransitRouterRouteEntryNames: z.array(text()).optional(),
    TransitRouterRouteEntryNextHopId: text().optional(),
    TransitRouterRouteEntryNextHopResourceId: text().optional(),
    TransitRouterRouteEntryNextHopResourceType: resourceType(),
    TransitRouterRouteEntryNextHopType: choice(['BlackHole', 'Attachment']).optional(),
    TransitRouterRouteEntryOriginResourceId: text().optional(),
    TransitRouterRouteEntryOriginResourceType: resourceType(),
    TransitRouterRouteEntryStatus: choice([
      'All',
      'Active',
      'Creating',
      'Deleting',
      'Rejected',
      'Prohibited',
      'Standby',
      'Candidate',
    ]).default('Active'),
    TransitRouterRouteEntryType: choice(['Propagated', 'Static']).optional(),
    TransitRouterRouteTableId: text(),
  }),
  (params, context) => {
    const table = routeTableOf(context, params.TransitRouterRouteTableId)
    const status = params.TransitRouterRouteEntryStatus
    const is = (value: string, wanted: string | undefined) => !wanted || value === wanted
    const routes = tableRoutes(context.state, table.id).filter(
      (route) =>
        (status === 'All' || route.status === status) &&
        is(route.destination, params.TransitRouterRouteEntryDestinationCidrBlock) &&
        is(route.nextHopId, params.TransitRouterRouteEntryNextHopId) &&
        is(route.nextHopResourceId, params.TransitRouterRouteEntryNextHopResourceId) &&
        is(route.nextHopResourceType, params.TransitRouterRouteEntryNextHopResourceType) &&
        is(route.nextHopType, params.TransitRouterRouteEntryNextHopType) &&
        is(route.originResourceId, params.TransitRouterRouteEntryOriginResourceId) &&
        is(route.originResourceType, params.TransitRouterRouteEntryOriginResourceType) &&
        is(route.type, params.TransitRouterRouteEntryType) &&
        !params.PrefixListId &&
        (params.TransitRouterRouteEntryIds?.includes(route.record?.id ?? '') ?? true) &&
        (params.TransitRouterRouteEntryNames?.includes(route.record?.name ?? '') ?? true),
    )
    const filtered = params.RouteFilter.reduce(
      (left, { Key, Value }) => filterRoutes(left, Key, Value),
      routes,
    )
    const { items, echo } = nextPageOf(filtered, params)
    return { ...echo, TransitRouterRouteEntries: items.map(render) }
  },
)

function render(route: Route) {
  const { record } = route
  return {
    OperationalMode: false,
    PathAttributes: {
      AsPaths: route.asPath,
      Communities: route.communities,
      OriginInstanceId: route.originResourceId,
      OriginInstanceType: route.originResourceType,
      OriginRouteType: route.origin,
      Preference: route.preference,
    },
    TransitRouterRouteEntryDestinationCidrBlock: route.destination,
    TransitRouterRouteEntryNextHopType: route.nextHopType,
    TransitRouterRouteEntryStatus: route.status,
    TransitRouterRouteEntryType: route.type,
    ...(route.tag && { Tag: route.tag }),
    ...(route.nextHopId && {
      TransitRouterRouteEntryNextHopId: route.nextHopId,
      TransitRouterRouteEntryNextHopResourceId: route.nextHopResourceId,
      TransitRouterRouteEntryNextHopResourceType: route.nextHopResourceType,
      TransitRouterRouteEntryOriginResourceId: route.originResourceId,
      TransitRouterRouteEntryOriginResourceType: route.originResourceType,
    }),
    // Alibaba: only static routes have an id, name, description and time.
    ...(record && {
      CreateTime: toMinute(record.createdAt),
      TransitRouterRouteEntryDescription: record.description,
      TransitRouterRouteEntryId: record.id,
      TransitRouterRouteEntryName: record.name,
    }),
  }
}
