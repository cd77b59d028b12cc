import { z } from 'zod'

import { found } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, text } from '../../protocol/parameters'
import { cenOf } from '../../routers/lookups'
import { requirePriority, routeMapFields, routeMapParams } from '../../routers/route-maps'
import { newId } from '../../state/ids'

export const CreateCenRouteMap = operation(
  z.object({
    ...routeMapParams,
    Description: text().max(256).default(''),
    TransitRouterRouteTableId: text().optional(),
    TransmitDirection: choice(['RegionIn', 'RegionOut']),
  }),
  (params, context) => {
    const { state, schedule } = context
    const cen = cenOf(context, params.CenId)
    const router = found(
      state.transitRouters.first(
        ({ CenId, RegionId }) => CenId === cen.id && RegionId === params.CenRegionId,
      ),
      'IllegalParam.Region',
    )
    const table = found(
      state.routeTables.first(
        ({ id, TransitRouterId, TransitRouterRouteTableType }) =>
          TransitRouterId === router.id &&
          (params.TransitRouterRouteTableId
            ? id === params.TransitRouterRouteTableId
            : TransitRouterRouteTableType === 'System'),
      ),
      'InvalidTransitRouterRouteTableId.NotFound',
    )
    const map = {
      ...routeMapFields(params),
      id: newId('cenrmap', router.RegionId),
      CenId: cen.id,
      CenRegionId: router.RegionId,
      TransitRouterRouteTableId: table.id,
      TransmitDirection: params.TransmitDirection,
      Status: 'Creating',
      Description: params.Description,
      system: false,
    }
    requirePriority(context, map)
    state.routeMaps.put(map)
    schedule('routeMapCreated', map.id)
    return { RouteMapId: map.id }
  },
)
