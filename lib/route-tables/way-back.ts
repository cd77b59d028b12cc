import { type NextHop, routesOf } from '@/lib/route-tables/longest-match'
import { type Part, partsOf } from '@/lib/route-tables/parts'
import type { RouteEntry } from '@/lib/route-tables/schema'

/** By which table each attachment of a router forwards, and what stands in the tables. */
export interface RouterTables {
  /** Attachment id to table id; empty when it has none. What could not be read is missing. */
  tableOf: ReadonlyMap<string, string>
  entriesOf: ReadonlyMap<string, readonly RouteEntry[]>
}

/**
 * Whether what lies behind a next hop finds back. `back`: all of it. `partly`: some of it. `elsewhere`: its table
 * leads it to other places. `none`: its table has no way. `silent`: the network to find back to announces nothing.
 * `peer`: that is decided by the router of another region. `unread`: it could not be read.
 */
export interface WayBack {
  state: 'back' | 'partly' | 'elsewhere' | 'none' | 'silent' | 'peer' | 'unread'
  /** The addresses to find back to, by the route that takes them. */
  parts: Part[]
}

/**
 * The way back from a next hop: its own table is asked for the prefixes of the network where the traffic began.
 * @param home what the network behind the attachment announces.
 * @throws Error when an active entry leads to something that is no CIDR block.
 */
export function wayBackOf(
  { attachmentId: hopId, resourceType }: Pick<NextHop, 'attachmentId' | 'resourceType'>,
  home: readonly string[],
  attachmentId: string,
  { tableOf, entriesOf }: RouterTables,
): WayBack {
  if (resourceType === 'TR') return { state: 'peer', parts: [] }
  const tableId = tableOf.get(hopId)
  const entries = tableId === '' ? [] : entriesOf.get(tableId ?? '')
  if (!entries) return { state: 'unread', parts: [] }
  if (home.length === 0) return { state: 'silent', parts: [] }
  // Nobody's traffic: a route back to the hop itself is told as it stands.
  const parts = partsOf(home, routesOf(entries, hopId))
  const leadsBack = (part: Part) => part.hops.some((hop) => hop.attachmentId === attachmentId)
  if (parts.every(leadsBack)) return { state: 'back', parts }
  if (parts.some(leadsBack)) return { state: 'partly', parts }
  return { state: parts.some(({ reach }) => reach === 'hop') ? 'elsewhere' : 'none', parts }
}
