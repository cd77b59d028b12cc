import { z } from 'zod'

import { fail, found } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, flag, text, whole } from '../../protocol/parameters'
import { cenOf } from '../../routers/lookups'
import { newId } from '../../state/ids'

const list = (max = 64) => z.array(text()).max(max).default([])
const types = () => z.array(choice(['VPC', 'VBR', 'CCN', 'VPN'])).default([])
const mode = () => choice(['Include', 'Complete']).optional()
const asn = () => z.array(text().regex(/^\d{1,10}$/))

const conditions = {
  AsPathMatchMode: mode(),
  CidrMatchMode: mode(),
  CommunityMatchMode: mode(),
  DestinationChildInstanceTypes: types(),
  DestinationCidrBlocks: list(),
  DestinationInstanceIds: list(),
  DestinationInstanceIdsReverseMatch: flag().default(false),
  DestinationRegionIds: list(),
  DestinationRouteTableIds: list(),
  MatchAddressType: choice(['IPv4', 'IPv6']).optional(),
  MatchAsns: asn().max(64).default([]),
  MatchCommunitySet: list(),
  RouteTypes: z.array(choice(['System', 'Custom', 'BGP'])).default([]),
  SourceChildInstanceTypes: types(),
  SourceInstanceIds: list(),
  SourceInstanceIdsReverseMatch: flag().default(false),
  SourceRegionIds: list(),
  SourceRouteTableIds: list(),
}
export const CreateCenRouteMap = operation(
  z.object({
    ...conditions,
    CenId: text(),
    CenRegionId: text(),
    CommunityOperateMode: choice(['Additive', 'Replace']).optional(),
    Description: text().max(256).default(''),
    MapResult: choice(['Permit', 'Deny']),
    NextPriority: whole(1, 100).optional(),
    OperateCommunitySet: list(32),
    Preference: whole(1, 100).optional(),
    PrependAsPath: asn().max(32).default([]),
    Priority: whole(),
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
    const rival = state.routeMaps.first(
      (map) =>
        map.TransitRouterRouteTableId === table.id &&
        map.TransmitDirection === params.TransmitDirection &&
        map.Priority === params.Priority,
    )
    if (params.Priority < 1 || params.Priority > 100 || rival) fail('InvalidPriority')
    const id = newId('cenrmap', router.RegionId)
    const { TransmitDirection, Priority, MapResult, NextPriority, Preference, ...rest } = params
    const { CommunityOperateMode, OperateCommunitySet, PrependAsPath, Description, ...match } = rest
    state.routeMaps.put({
      id,
      CenId: cen.id,
      CenRegionId: router.RegionId,
      TransitRouterRouteTableId: table.id,
      TransmitDirection,
      Priority,
      MapResult,
      Status: 'Creating',
      Description,
      system: false,
      match,
      NextPriority,
      Preference,
      OperateCommunitySet,
      CommunityOperateMode,
      PrependAsPath,
    })
    schedule('routeMapCreated', id)
    return { RouteMapId: id }
  },
)
