import { routesOf } from '@/lib/route-tables/longest-match'
import type { RouteEntry } from '@/lib/route-tables/schema'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'

/** What the BGP peer is told while route synchronisation is on, before and after a change of table. */
export interface Advertisement {
  /** Guide: everything advertised from the old table is withdrawn before the new one is advertised. */
  withdrawn: string[]
  advertised: string[]
  /** Withdrawn and not advertised again. */
  gone: string[]
  /** Advertised and not known before. */
  fresh: string[]
}

/** The advertisement of an attachment whose table changes, from the prefixes each table gives its peer. */
export function advertisementOf(
  withdrawn: readonly string[],
  advertised: readonly string[],
): Advertisement {
  const before = new Set(withdrawn)
  const after = new Set(advertised)
  return {
    withdrawn: [...withdrawn],
    advertised: [...advertised],
    gone: withdrawn.filter((prefix) => !after.has(prefix)),
    fresh: advertised.filter((prefix) => !before.has(prefix)),
  }
}

/**
 * The prefixes a table advertises to the BGP peer of a VPN attachment: active, not learned from the peer
 * itself, and not rejected on the way out. A black hole is advertised as any other route.
 * @param policies those of the table.
 */
export function advertisedPrefixes(
  entries: readonly RouteEntry[],
  attachmentId: string,
  policies: readonly RoutingPolicy[],
): string[] {
  const judged = policies.filter(isByKind).toSorted((a, b) => a.priority - b.priority)
  // Alibaba: CreateTransitRouterCidr, PublishCidrRoute: the router's own CIDR route is for VBRs only.
  const admitted = entries.filter(({ tag }) => tag !== 'PermitVbr')
  return routesOf(
    admitted.filter((entry) => !isRejected(judged, entry)),
    attachmentId,
  )
    .filter(({ reach }) => reach !== 'own')
    .map(({ prefix }) => prefix)
}

/** The first policy that matches decides, unless it permits and names the priority to go on from. */
function isRejected(policies: readonly RoutingPolicy[], entry: RouteEntry): boolean {
  let from = 0
  for (const policy of policies) {
    if (policy.priority < from || !matches(policy, entry)) continue
    if (policy.mapResult === 'Deny') return true
    // Alibaba: CreateCenRouteMap, NextPriority.
    if (policy.nextPriority === undefined) return false
    from = policy.nextPriority
  }
  return false
}

/** Egress policies whose conditions this console does not evaluate; they may change what is advertised. */
export const unjudgedPolicies = (policies: readonly RoutingPolicy[]): RoutingPolicy[] =>
  policies.filter((policy) => policy.transmitDirection === 'RegionOut' && !isByKind(policy))

/** An active egress policy that asks for nothing but kinds of instances, as the one the system adds does. */
const isByKind = (policy: RoutingPolicy) =>
  policy.status === 'Active' &&
  policy.transmitDirection === 'RegionOut' &&
  [
    policy.sourceInstanceIds,
    policy.sourceRegionIds,
    policy.sourceRouteTableIds,
    policy.destinationInstanceIds,
    policy.destinationRegionIds,
    policy.destinationRouteTableIds,
    policy.destinationCidrBlocks,
    policy.routeTypes,
    policy.matchAsns,
    policy.matchCommunitySet,
  ].every((condition) => condition.length === 0)

function matches(policy: RoutingPolicy, entry: RouteEntry): boolean {
  const source =
    entry.transitRouterRouteEntryOriginResourceType ||
    entry.transitRouterRouteEntryNextHopResourceType
  const has = (kinds: readonly string[], kind: string) => kinds.length === 0 || kinds.includes(kind)
  return (
    has(policy.sourceChildInstanceTypes, source) && has(policy.destinationChildInstanceTypes, 'VPN')
  )
}
