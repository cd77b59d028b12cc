import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { text } from '../../protocol/parameters'
import { routeMapOf } from '../../routers/lookups'
import { requirePriority, routeMapFields, routeMapParams } from '../../routers/route-maps'

// The Terraform provider sends the whole policy, and nothing for a list that is empty: what is absent is taken as cleared,
// but for the description.
export const ModifyCenRouteMap = operation(
  z.object({ ...routeMapParams, Description: text().max(256).optional(), RouteMapId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const old = routeMapOf(context, params)
    if (old.system || old.Status !== 'Active') fail('IncorrectStatus.RouteMap')
    const map = {
      ...old,
      ...routeMapFields(params),
      Description: params.Description ?? old.Description,
      Status: 'Modifying',
    }
    requirePriority(context, map)
    state.routeMaps.put(map)
    schedule('routeMapUpdated', map.id)
    return {}
  },
)
