import { readPrefix } from '@/lib/route-tables/prefix'
import type { RouteEntry } from '@/lib/route-tables/schema'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'

/** To whom a route is told: the instance behind a VPN attachment. */
export interface Listener {
  /** The IPsec connection, `vco-…`. */
  resourceId: string
}

/**
 * The policy that keeps a route from a VPN attachment; undefined when it is let through. The first that matches
 * decides, unless it permits and names the priority to go on from.
 * @param policies those of one table, in any order.
 */
export function rejectingPolicy(
  policies: readonly RoutingPolicy[],
  entry: RouteEntry,
  listener: Listener,
): RoutingPolicy | undefined {
  let from = 0
  for (const policy of policies.filter(isJudged).toSorted((a, b) => a.priority - b.priority)) {
    if (policy.priority < from || !matches(policy, entry, listener)) continue
    if (policy.mapResult === 'Deny') return policy
    // Alibaba: CreateCenRouteMap, NextPriority.
    if (policy.nextPriority === undefined) return undefined
    from = policy.nextPriority
  }
  return undefined
}

/** Egress policies whose conditions an entry of a table does not tell; they may change what is advertised. */
export const unjudgedPolicies = (policies: readonly RoutingPolicy[]): RoutingPolicy[] =>
  policies.filter((policy) => isOutward(policy) && !isJudged(policy))

const isOutward = ({ transmitDirection }: RoutingPolicy) => transmitDirection === 'RegionOut'

/** Of a route's way an entry of a table knows its origin, not the regions and tables that it passed. */
const isJudged = (policy: RoutingPolicy) =>
  policy.status === 'Active' &&
  isOutward(policy) &&
  [
    policy.sourceRegionIds,
    policy.sourceRouteTableIds,
    policy.destinationRegionIds,
    policy.destinationRouteTableIds,
  ].every((condition) => condition.length === 0)

function matches(policy: RoutingPolicy, entry: RouteEntry, { resourceId }: Listener): boolean {
  const { pathAttributes: path } = entry
  const source =
    entry.transitRouterRouteEntryOriginResourceType ||
    entry.transitRouterRouteEntryNextHopResourceType
  const sourceId =
    entry.transitRouterRouteEntryOriginResourceId || entry.transitRouterRouteEntryNextHopResourceId
  return (
    has(policy.sourceChildInstanceTypes, source) &&
    has(policy.destinationChildInstanceTypes, 'VPN') &&
    hasOrNot(policy.sourceInstanceIds, sourceId, policy.sourceInstanceIdsReverseMatch) &&
    hasOrNot(
      policy.destinationInstanceIds,
      resourceId,
      policy.destinationInstanceIdsReverseMatch,
    ) &&
    has(policy.routeTypes, path.originRouteType) &&
    isOfFamily(policy, entry) &&
    isInBlocks(policy, entry) &&
    list(policy.matchAsns, path.asPaths, policy.asPathMatchMode) &&
    list(policy.matchCommunitySet, path.communities, policy.communityMatchMode)
  )
}

const has = (wanted: readonly string[], value: string) =>
  wanted.length === 0 || wanted.includes(value)

const hasOrNot = (wanted: readonly string[], value: string, reverse: boolean) =>
  wanted.length === 0 || wanted.includes(value) !== reverse

const isOfFamily = (
  { matchAddressType }: RoutingPolicy,
  { transitRouterRouteEntryDestinationCidrBlock: prefix }: RouteEntry,
) => matchAddressType === '' || (matchAddressType === 'IPv6') === prefix.includes(':')

/** Alibaba: CreateCenRouteMap, CidrMatchMode: `Include` takes what lies inside, `Complete` the same block only. */
function isInBlocks(
  { destinationCidrBlocks: blocks, cidrMatchMode }: RoutingPolicy,
  { transitRouterRouteEntryDestinationCidrBlock: prefix }: RouteEntry,
): boolean {
  if (blocks.length === 0) return true
  const route = readPrefix(prefix)
  return blocks
    .map(readPrefix)
    .some(({ from, to }) =>
      cidrMatchMode === 'Include'
        ? from <= route.from && route.to <= to
        : from === route.from && to === route.to,
    )
}

/** Alibaba: CreateCenRouteMap, AsPathMatchMode, CommunityMatchMode: `Include` one in common, `Complete` the same. */
function list(wanted: readonly string[], found: readonly string[], mode: string): boolean {
  if (wanted.length === 0) return true
  if (mode !== 'Complete') return found.some((value) => wanted.includes(value))
  return wanted.length === found.length && wanted.every((value) => found.includes(value))
}
