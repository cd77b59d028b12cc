import { z } from 'zod'

import { routeDest, routedConnection, startRouteUpdate, vcoRouteId } from '../../connections/route'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { newId } from '../../state/ids'

export const CreateVcoRouteEntry = operation(
  z.object({
    ...dryRun,
    ...vcoRouteId,
    RouteDest: routeDest(),
    Description: text().default(''),
  }),
  (params, context) => {
    const { state, now, quota } = context
    const connection = routedConnection(context, params)
    const routes = state.vcoRoutes.where((route) => route.VpnConnectionId === connection.id)
    if (routes.some(({ RouteDest }) => RouteDest === params.RouteDest))
      fail('VcoRouteEntry.AlreadyExists')
    if (routes.length >= quota('routesPerConnection')) fail('Resource.QuotaFull')
    const { RouteDest, NextHop, Weight, OverlayMode, Description } = params
    const shown = { RouteDest, NextHop, Weight, OverlayMode, Description, State: 'published' }
    state.vcoRoutes.put({
      ...shown,
      id: newId('vcoroute'),
      VpnConnectionId: connection.id,
      automatic: false,
      createdAt: now,
    })
    startRouteUpdate(context, connection)
    return { ...shown, VpnConnectionId: connection.id, CreateTime: now }
  },
)
