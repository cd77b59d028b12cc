import { contains, parseBlock } from '../../net'
import type { Attachment, RouteMap, RouteMapMatch } from '../../state/cen-records'
import type { Route } from './route'

/** What the policies of a direction make of a route: changed, or undefined when they deny it. Lower priority number first; the first that matches decides. */
export function applyPolicies(
  maps: readonly RouteMap[],
  route: Route,
  tableId: string,
  destination?: Attachment,
): Route | undefined {
  let result = route
  let from = 0
  for (const map of [...maps].sort((a, b) => a.Priority - b.Priority)) {
    if (map.Priority < from || !matches(map.match, result, tableId, destination)) continue
    if (map.MapResult === 'Deny') return undefined
    result = changed(map, result)
    // Alibaba: CreateCenRouteMap, NextPriority: evaluation goes on from there; without it, it ends.
    if (map.NextPriority === undefined) return result
    from = map.NextPriority
  }
  return result
}

function changed(map: RouteMap, route: Route): Route {
  const { OperateCommunitySet, CommunityOperateMode, PrependAsPath, Preference } = map
  const kept = CommunityOperateMode === 'Replace' ? [] : route.communities
  return {
    ...route,
    preference: Preference ?? route.preference,
    asPath: [...PrependAsPath, ...route.asPath],
    communities:
      OperateCommunitySet.length > 0
        ? [...new Set([...kept, ...OperateCommunitySet])]
        : route.communities,
  }
}

/** Whether a route meets every condition that is set. An empty list sets none. */
function matches(
  match: RouteMapMatch,
  route: Route,
  tableId: string,
  destination: Attachment | undefined,
): boolean {
  return (
    isOneOf(match.SourceChildInstanceTypes, route.originResourceType) &&
    isOneOf(match.SourceInstanceIds, route.originResourceId, match.SourceInstanceIdsReverseMatch) &&
    isOneOf(match.SourceRegionIds, route.originRegionId) &&
    isOneOf(match.SourceRouteTableIds, tableId) &&
    isOneOf(match.DestinationChildInstanceTypes, destination?.ResourceType ?? '') &&
    isOneOf(
      match.DestinationInstanceIds,
      destination?.ResourceId ?? '',
      match.DestinationInstanceIdsReverseMatch,
    ) &&
    isOneOf(match.DestinationRegionIds, destination?.ResourceRegionId ?? '') &&
    isOneOf(match.DestinationRouteTableIds, tableId) &&
    isOneOf(match.RouteTypes, route.origin) &&
    (!match.MatchAddressType || match.MatchAddressType === 'IPv4') &&
    matchesCidr(match, route.destination) &&
    matchesSet(match.MatchAsns, route.asPath, match.AsPathMatchMode) &&
    matchesSet(match.MatchCommunitySet, route.communities, match.CommunityMatchMode)
  )
}

function isOneOf(list: readonly string[], value: string, reverse = false): boolean {
  return list.length === 0 || list.includes(value) !== reverse
}

// Include: the route lies in one of the blocks. Complete: it is one of them.
function matchesCidr(match: RouteMapMatch, destination: string): boolean {
  if (match.DestinationCidrBlocks.length === 0) return true
  if (match.CidrMatchMode !== 'Include') return match.DestinationCidrBlocks.includes(destination)
  const inner = parseBlock(destination)
  return match.DestinationCidrBlocks.some((text) => {
    const outer = parseBlock(text)
    return inner !== undefined && outer !== undefined && contains(outer, inner)
  })
}

// Include: one in common. Complete: the same ones.
function matchesSet(wanted: readonly string[], has: readonly string[], mode = 'Include'): boolean {
  if (wanted.length === 0) return true
  if (mode === 'Include') return wanted.some((item) => has.includes(item))
  return wanted.length === has.length && wanted.every((item) => has.includes(item))
}
