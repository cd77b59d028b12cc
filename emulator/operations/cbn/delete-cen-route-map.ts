import { z } from 'zod'

import { cenOf } from '../../cen-lookups'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { text } from '../../parameters'

export const DeleteCenRouteMap = operation(
  z.object({ CenId: text(), CenRegionId: text(), RouteMapId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const cen = cenOf(context, params.CenId)
    const map = state.routeMaps.get(params.RouteMapId)
    if (map?.CenId !== cen.id || map.CenRegionId !== params.CenRegionId)
      fail('InvalidRouteMapId.NotFound')
    if (map.system) fail('IncorrectStatus.RouteMap', 'The system policy stays.')
    if (map.Status !== 'Active') fail('IncorrectStatus.RouteMap')
    state.routeMaps.put({ ...map, Status: 'Deleting' })
    schedule('routeMapDeleted', map.id)
    return {}
  },
)
