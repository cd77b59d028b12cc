import { routesOf } from '@/lib/route-tables/longest-match'
import type { RouteEntry } from '@/lib/route-tables/schema'
import { rejectingPolicy } from '@/lib/routing-policies/judge'
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

/** Whether a prefix is told to the BGP peer, and which policy keeps it back where it is not. */
export type Told = { told: true } | { told: false; by?: RoutingPolicy }

/**
 * What a table tells the BGP peer of a VPN attachment of its active prefixes: all but those learned from the peer
 * itself and those that the policies reject on the way out. A black hole is told as any other route.
 * @param policies those of the table.
 * @param resourceId the IPsec connection.
 */
export function toldOf(
  entries: readonly RouteEntry[],
  attachmentId: string,
  policies: readonly RoutingPolicy[],
  resourceId = '',
): Map<string, Told> {
  const told = new Map<string, Told>()
  // Alibaba: CreateTransitRouterCidr, PublishCidrRoute: the router's own CIDR route is for VBRs only.
  const admitted = entries.filter(({ tag }) => tag !== 'PermitVbr')
  const rejected = new Map(
    admitted.flatMap((entry) => {
      const by = rejectingPolicy(policies, entry, { resourceId })
      return by ? [[entry, by] as const] : []
    }),
  )
  for (const { prefix, reach } of routesOf(
    admitted.filter((entry) => !rejected.has(entry)),
    attachmentId,
  ))
    if (reach !== 'own') told.set(prefix, { told: true })
  for (const [entry, by] of rejected) {
    const prefix = entry.transitRouterRouteEntryDestinationCidrBlock
    if (entry.transitRouterRouteEntryStatus === 'Active' && !told.has(prefix))
      told.set(prefix, { told: false, by })
  }
  return told
}

/** The prefixes that `toldOf` says are told. */
export const advertisedPrefixes = (...input: Parameters<typeof toldOf>): string[] =>
  prefixesTold(toldOf(...input))

/** The prefixes that are told, in the order of the table. */
export const prefixesTold = (told: ReadonlyMap<string, Told>): string[] =>
  [...told].flatMap(([prefix, verdict]) => (verdict.told ? [prefix] : []))
