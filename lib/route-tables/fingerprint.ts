import type { RouteEntry } from '@/lib/route-tables/schema'

/**
 * A short text that is the same for two readings of a table exactly when they forward alike: the active
 * entries with their next hops, in any order. Guards against accidents, not against malice.
 */
export function fingerprintOf(entries: readonly RouteEntry[]): string {
  const lines = entries
    .filter((entry) => entry.transitRouterRouteEntryStatus === 'Active')
    .map((entry) =>
      [
        entry.transitRouterRouteEntryDestinationCidrBlock,
        entry.transitRouterRouteEntryNextHopType,
        entry.transitRouterRouteEntryNextHopId,
        entry.transitRouterRouteEntryOriginResourceType,
      ].join(' '),
    )
    .toSorted()
  return `${lines.length}-${hash(lines.join('\n'), FIRST)}-${hash(lines.join('\n'), SECOND)}`
}

const FIRST = 0x811c9dc5
const SECOND = 0x01000193

/** FNV-1a, 32 bits. */
function hash(text: string, basis: number): string {
  let sum = basis
  for (let at = 0; at < text.length; at += 1)
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0
  return sum.toString(36)
}
