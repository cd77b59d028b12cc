import { z } from 'zod'

import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import { choice, flag, text, whole } from '../protocol/parameters'
import type { RouteMap, RouteMapMatch } from '../state/cen-records'

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

/** What a routing policy matches and does: the parameters that creating and modifying share. */
export const routeMapParams = {
  ...conditions,
  CenId: text(),
  CenRegionId: text(),
  CommunityOperateMode: choice(['Additive', 'Replace']).optional(),
  MapResult: choice(['Permit', 'Deny']),
  NextPriority: whole(1, 100).optional(),
  OperateCommunitySet: list(32),
  Preference: whole(1, 100).optional(),
  PrependAsPath: asn().max(32).default([]),
  Priority: whole(),
}

const routeMapSchema = z.object(routeMapParams)
const conditionNames = Object.keys(conditions) as (keyof typeof conditions)[]

/** The fields of a routing policy's record that its parameters give. */
export function routeMapFields(params: z.output<typeof routeMapSchema>) {
  const { MapResult, NextPriority, Preference, Priority } = params
  const { CommunityOperateMode, OperateCommunitySet, PrependAsPath } = params
  return {
    MapResult,
    NextPriority,
    Preference,
    Priority,
    CommunityOperateMode,
    OperateCommunitySet,
    PrependAsPath,
    // fromEntries loses the names; the conditions have them all.
    match: Object.fromEntries(
      conditionNames.map((name) => [name, params[name]]),
    ) as unknown as RouteMapMatch,
  }
}

/** Throws unless the priority is 1-100 and no other policy of the table and direction has it. */
export function requirePriority(
  { state }: Context,
  map: Pick<RouteMap, 'id' | 'Priority' | 'TransitRouterRouteTableId' | 'TransmitDirection'>,
): void {
  const rival = state.routeMaps.first(
    (other) =>
      other.id !== map.id &&
      other.TransitRouterRouteTableId === map.TransitRouterRouteTableId &&
      other.TransmitDirection === map.TransmitDirection &&
      other.Priority === map.Priority,
  )
  if (map.Priority < 1 || map.Priority > 100 || rival) fail('InvalidPriority')
}
