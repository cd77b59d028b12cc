import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { text } from '../../protocol/parameters'
import { routeMapOf } from '../../routers/lookups'

export const DeleteCenRouteMap = operation(
  z.object({ CenId: text(), CenRegionId: text(), RouteMapId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const map = routeMapOf(context, params)
    if (map.system) fail('IncorrectStatus.RouteMap', 'The system policy stays.')
    if (map.Status !== 'Active') fail('IncorrectStatus.RouteMap')
    state.routeMaps.put({ ...map, Status: 'Deleting' })
    schedule('routeMapDeleted', map.id)
    return {}
  },
)
