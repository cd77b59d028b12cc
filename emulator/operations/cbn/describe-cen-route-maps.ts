import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, pages, text } from '../../protocol/parameters'
import { cenOf } from '../../routers/lookups'
import type { RouteMap } from '../../state/cen-records'

export const DescribeCenRouteMaps = operation(
  z.object({
    ...pages,
    CenId: text(),
    CenRegionId: text().optional(),
    RouteMapId: text().optional(),
    TransitRouterRouteTableId: text().optional(),
    TransmitDirection: choice(['RegionIn', 'RegionOut']).optional(),
  }),
  (params, context) => {
    const cen = cenOf(context, params.CenId)
    const maps = context.state.routeMaps.where(
      (map) =>
        map.CenId === cen.id &&
        (!params.CenRegionId || map.CenRegionId === params.CenRegionId) &&
        (!params.RouteMapId || map.id === params.RouteMapId) &&
        (!params.TransitRouterRouteTableId ||
          map.TransitRouterRouteTableId === params.TransitRouterRouteTableId) &&
        (!params.TransmitDirection || map.TransmitDirection === params.TransmitDirection),
    )
    const { items, echo } = pageOf(maps, params)
    return { ...echo, RouteMaps: { RouteMap: items.map(render) } }
  },
)

// What is ours and not the wire's leaves the answer as undefined.
function render(map: RouteMap) {
  const { match } = map
  return {
    ...map,
    id: undefined,
    match: undefined,
    system: undefined,
    RouteMapId: map.id,
    SourceInstanceIdsReverseMatch: match.SourceInstanceIdsReverseMatch,
    DestinationInstanceIdsReverseMatch: match.DestinationInstanceIdsReverseMatch,
    CidrMatchMode: match.CidrMatchMode,
    AsPathMatchMode: match.AsPathMatchMode,
    CommunityMatchMode: match.CommunityMatchMode,
    MatchAddressType: match.MatchAddressType,
    SourceChildInstanceTypes: { SourceChildInstanceType: match.SourceChildInstanceTypes },
    DestinationChildInstanceTypes: {
      DestinationChildInstanceType: match.DestinationChildInstanceTypes,
    },
    SourceInstanceIds: { SourceInstanceId: match.SourceInstanceIds },
    DestinationInstanceIds: { DestinationInstanceId: match.DestinationInstanceIds },
    SourceRegionIds: { SourceRegionId: match.SourceRegionIds },
    DestinationRegionIds: { DestinationRegionId: match.DestinationRegionIds },
    SourceRouteTableIds: { SourceRouteTableId: match.SourceRouteTableIds },
    DestinationRouteTableIds: { DestinationRouteTableId: match.DestinationRouteTableIds },
    DestinationCidrBlocks: { DestinationCidrBlock: match.DestinationCidrBlocks },
    RouteTypes: { RouteType: match.RouteTypes },
    MatchAsns: { MatchAsn: match.MatchAsns },
    MatchCommunitySet: { MatchCommunity: match.MatchCommunitySet },
    OperateCommunitySet: { OperateCommunity: map.OperateCommunitySet },
    PrependAsPath: { AsPath: map.PrependAsPath },
  }
}
