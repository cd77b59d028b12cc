import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, description, dryRun, name, tags, text } from '../../protocol/parameters'
import { transitRouterOf } from '../../routers/lookups'
import { addSystemPolicies } from '../../routers/route-tables'
import { newId } from '../../state/ids'

export const CreateTransitRouterRouteTable = operation(
  z.object({
    ...dryRun,
    RouteTableOptions: z
      .object({ MultiRegionECMP: choice(['enable', 'disable']).optional() })
      .default({}),
    Tag: tags().default([]),
    TransitRouterId: text(),
    TransitRouterRouteTableDescription: description().default(''),
    TransitRouterRouteTableName: name().default(''),
  }),
  (params, context) => {
    const { state, now, schedule, quota } = context
    const router = transitRouterOf(context, params.TransitRouterId)
    if (router.Type === 'Basic') fail('OperationUnsupported.TransitRouterType')
    if (router.Status !== 'Active') fail('IncorrectStatus.Status')
    const tables = state.routeTables.where(({ TransitRouterId }) => TransitRouterId === router.id)
    if (tables.length >= quota('routeTablesPerTransitRouter')) fail('Resource.QuotaFull')
    const id = newId('vtb', router.RegionId)
    state.routeTables.put({
      id,
      TransitRouterId: router.id,
      TransitRouterRouteTableType: 'Custom',
      TransitRouterRouteTableName: params.TransitRouterRouteTableName,
      TransitRouterRouteTableDescription: params.TransitRouterRouteTableDescription,
      TransitRouterRouteTableStatus: 'Creating',
      MultiRegionECMP: params.RouteTableOptions.MultiRegionECMP ?? 'disable',
      createdAt: now,
      tags: params.Tag,
    })
    addSystemPolicies(context, router.id)
    schedule('routeTableCreated', id)
    return { TransitRouterRouteTableId: id }
  },
)
