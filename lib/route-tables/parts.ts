import {
  compareRanges,
  type NextHop,
  overlay,
  type Route,
  segmentsOf,
} from '@/lib/route-tables/longest-match'
import { type AddressRange, readPrefix } from '@/lib/route-tables/prefix'

/** Addresses of a prefix that are treated alike. */
export interface Part {
  /** The prefix that matches; undefined when none does. */
  by: string | undefined
  reach: Route['reach'] | 'none'
  hops: NextHop[]
  ranges: AddressRange[]
}

/** Collects, in address order, which route each part of a prefix belongs to in the other table. */
export class Parts {
  readonly #byRoute = new Map<Route | undefined, AddressRange[]>()

  add(route: Route | undefined, { from, to }: AddressRange): this {
    const ranges = this.#byRoute.get(route)
    const last = ranges?.at(-1)
    if (last?.to === from) last.to = to
    else if (ranges) ranges.push({ from, to })
    else this.#byRoute.set(route, [{ from, to }])
    return this
  }

  list(): Part[] {
    return [...this.#byRoute].map(([route, ranges]) => ({
      by: route?.prefix,
      reach: route?.reach ?? 'none',
      hops: route?.hops ?? [],
      ranges,
    }))
  }
}

/** The addresses of some prefixes by the route of a table that takes them. @param routes as `routesOf` gives them. */
export function partsOf(prefixes: readonly string[], routes: readonly Route[]): Part[] {
  const asked = [...new Set(prefixes)]
    .map((prefix): Route => ({ prefix, range: readPrefix(prefix), hops: [], reach: 'hop' }))
    .toSorted(compareRanges)
  const parts = new Parts()
  for (const piece of overlay(segmentsOf(asked), segmentsOf(routes)))
    if (piece.now) parts.add(piece.after, piece)
  return parts.list()
}
