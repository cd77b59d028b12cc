import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { description, dryRun, name, text } from '../../protocol/parameters'
import { staticRouteOf } from '../../routers/lookups'

export const UpdateTransitRouterRouteEntry = operation(
  z.object({
    ...dryRun,
    TransitRouterRouteEntryDescription: description().optional(),
    TransitRouterRouteEntryId: text(),
    TransitRouterRouteEntryName: name().optional(),
  }),
  (params, context) => {
    const route = staticRouteOf(context, params.TransitRouterRouteEntryId)
    if (route.Status !== 'Active') fail('IncorrectStatus.Status')
    context.state.routes.put({
      ...route,
      name: params.TransitRouterRouteEntryName ?? route.name,
      description: params.TransitRouterRouteEntryDescription ?? route.description,
    })
    return {}
  },
)
