import { type AddressRange, readPrefix } from '@/lib/route-tables/prefix'
import type { RouteEntry } from '@/lib/route-tables/schema'

export interface NextHop {
  attachmentId: string
  resourceId: string
  resourceType: string
}

/** As much of an entry as decides where traffic goes. */
export type ForwardingEntry = Pick<
  RouteEntry,
  | 'transitRouterRouteEntryDestinationCidrBlock'
  | 'transitRouterRouteEntryStatus'
  | 'transitRouterRouteEntryNextHopType'
  | 'transitRouterRouteEntryNextHopId'
  | 'transitRouterRouteEntryNextHopResourceId'
  | 'transitRouterRouteEntryNextHopResourceType'
>

/** The active entries of a table for one prefix. */
export interface Route {
  prefix: string
  range: AddressRange
  /** Several when traffic is spread (ECMP), in the order of their ids; without the attachment itself. */
  hops: NextHop[]
  /** `own`: back to the attachment the traffic came from, so it leads nowhere, as a black hole does. */
  reach: 'hop' | 'blackhole' | 'own'
}

/**
 * The routes by which a table forwards: its active entries by prefix, outer blocks before inner ones.
 * @param attachmentId whose traffic is looked at.
 * @throws Error when an active entry leads to something that is no CIDR block.
 */
export function routesOf(entries: readonly ForwardingEntry[], attachmentId: string): Route[] {
  const byPrefix = new Map<string, ForwardingEntry[]>()
  for (const entry of entries) {
    if (entry.transitRouterRouteEntryStatus !== 'Active') continue
    const prefix = entry.transitRouterRouteEntryDestinationCidrBlock
    const same = byPrefix.get(prefix)
    if (same) same.push(entry)
    else byPrefix.set(prefix, [entry])
  }
  return [...byPrefix]
    .map(([prefix, same]) => routeOf(prefix, same, attachmentId))
    .toSorted(compareRanges)
}

function routeOf(prefix: string, entries: readonly ForwardingEntry[], attachmentId: string): Route {
  const attached = entries.filter(
    (entry) => entry.transitRouterRouteEntryNextHopType !== 'BlackHole',
  )
  const hops = attached
    .map((entry) => ({
      attachmentId: entry.transitRouterRouteEntryNextHopId,
      resourceId: entry.transitRouterRouteEntryNextHopResourceId,
      resourceType: entry.transitRouterRouteEntryNextHopResourceType,
    }))
    .filter((hop) => hop.attachmentId !== attachmentId)
    .toSorted((a, b) => compare(a.attachmentId, b.attachmentId))
    .filter((hop, index, all) => hop.attachmentId !== all[index - 1]?.attachmentId)
  const dead = attached.length > 0 ? 'own' : 'blackhole'
  return { prefix, range: readPrefix(prefix), hops, reach: hops.length > 0 ? 'hop' : dead }
}

/** Addresses for which one route is the longest match. */
export interface Segment extends AddressRange {
  route: Route
}

/** Cuts the addresses a table matches by the route that wins them: ordered, without overlaps. */
export function segmentsOf(routes: readonly Route[]): Segment[] {
  const segments: Segment[] = []
  const open: Route[] = []
  let at = 0n
  const cut = (to: bigint, route: Route) => {
    if (at < to) segments.push({ from: at, to, route })
    at = to
  }
  const closeUpTo = (from: bigint | undefined) => {
    for (let route = open.at(-1); route; route = open.at(-1)) {
      if (from !== undefined && route.range.to > from) return
      cut(route.range.to, route)
      open.pop()
    }
  }
  for (const route of routes) {
    closeUpTo(route.range.from)
    const around = open.at(-1)
    if (around) cut(route.range.from, around)
    at = route.range.from
    open.push(route)
  }
  closeUpTo(undefined)
  return segments
}

/** Addresses that two tables treat alike: the winner in either, undefined where nothing matches. */
export interface Overlay extends AddressRange {
  now: Route | undefined
  after: Route | undefined
}

/** Lays the segments of two tables over each other, in address order. */
export function* overlay(now: readonly Segment[], after: readonly Segment[]): Generator<Overlay> {
  let i = 0
  let j = 0
  let at = 0n
  for (;;) {
    const a = now[i]
    const b = after[j]
    if (!a && !b) return
    const inA = a !== undefined && a.from <= at
    const inB = b !== undefined && b.from <= at
    const ends = [a && (inA ? a.to : a.from), b && (inB ? b.to : b.from)]
    const to = ends.filter((end) => end !== undefined).reduce((x, y) => (x < y ? x : y))
    if (inA || inB)
      yield { from: at, to, now: inA ? a.route : undefined, after: inB ? b.route : undefined }
    at = to
    if (inA && a.to === to) i += 1
    if (inB && b.to === to) j += 1
  }
}

const compare = <T extends bigint | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

/** Outer blocks before inner ones. */
export const compareRanges = (a: Route, b: Route): number =>
  compare(a.range.from, b.range.from) || compare(b.range.to, a.range.to)
