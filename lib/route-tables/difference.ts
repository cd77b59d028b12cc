import {
  type ForwardingEntry,
  type NextHop,
  overlay,
  type Route,
  routesOf,
  segmentsOf,
} from '@/lib/route-tables/longest-match'
import type { AddressRange } from '@/lib/route-tables/prefix'

/**
 * What a change of table does to the addresses a prefix carries. `lost`: some of them, or all, match nothing
 * any more or a black hole. `next-hop`: none is lost, some go another way. `kept`: all go the same way.
 * `gained`: some had no way before. `own`: the prefix led back to the attachment itself and carried nothing.
 */
export type Outcome = 'lost' | 'next-hop' | 'gained' | 'own' | 'kept'

/** In the order in which they matter to the reader. */
export const outcomes: readonly Outcome[] = ['lost', 'next-hop', 'gained', 'own', 'kept']

export interface PrefixChange {
  prefix: string
  outcome: Outcome
  /** Only a part of the addresses has this outcome. */
  partly: boolean
  now: Part[]
  /** Empty when more specific prefixes carry all of its addresses today. */
  after: Part[]
}

/** Addresses of a prefix that are treated alike. */
export interface Part {
  /** The prefix that matches; undefined when none does. */
  by: string | undefined
  reach: Route['reach'] | 'none'
  hops: NextHop[]
  ranges: AddressRange[]
}

export interface Difference {
  /** Lost ones first, then by `outcomes`; in address order within each. */
  changes: PrefixChange[]
  counts: Record<Outcome, number>
}

/**
 * What an attachment's traffic gains and loses when its associated table is replaced. Exact over overlapping
 * prefixes: every address is judged by the longest match in either table. Linear in the entries after sorting.
 * @param now entries of the current table in any status; empty when there is none.
 * @throws Error when an active entry leads to something that is no CIDR block.
 */
export function differenceOf(
  now: readonly ForwardingEntry[],
  after: readonly ForwardingEntry[],
  attachmentId: string,
): Difference {
  const before = routesOf(now, attachmentId)
  const next = routesOf(after, attachmentId)
  const fates = new Map<Route, Parts>(before.map((route) => [route, new Parts()]))
  const gains = new Map<Route, Parts>()
  const known = new Set<Route>()
  for (const piece of overlay(segmentsOf(before), segmentsOf(next))) {
    if (piece.now) fates.get(piece.now)?.add(piece.after, piece)
    if (piece.after?.reach !== 'hop') continue
    if (piece.now?.reach === 'hop') known.add(piece.after)
    else gains.set(piece.after, (gains.get(piece.after) ?? new Parts()).add(piece.now, piece))
  }
  const changes = [
    ...before
      .filter(({ reach }) => reach !== 'blackhole')
      .map((route) => fateOf(route, fates.get(route)?.list() ?? [])),
    ...next.flatMap((route) => {
      const parts = gains.get(route)?.list()
      return parts ? [gainOf(route, parts, known.has(route))] : []
    }),
  ]
  const groups = outcomes.map(
    (outcome) => [outcome, changes.filter((change) => change.outcome === outcome)] as const,
  )
  return {
    changes: groups.flatMap(([, group]) => group),
    counts: Object.fromEntries(groups.map(([outcome, group]) => [outcome, group.length])) as Record<
      Outcome,
      number
    >, // every outcome has its count
  }
}

function fateOf(route: Route, after: Part[]): PrefixChange {
  const { prefix, hops, reach, range } = route
  const way = keyOf(hops)
  const lost = after.filter((part) => part.reach !== 'hop').length
  const other = after.filter((part) => part.reach === 'hop' && keyOf(part.hops) !== way).length
  const outcome = reach === 'own' ? 'own' : lost ? 'lost' : other ? 'next-hop' : 'kept'
  const touched = outcome === 'lost' ? lost : outcome === 'next-hop' ? other : after.length
  const now: Part[] = [{ by: prefix, reach, hops, ranges: [range] }]
  return { prefix, outcome, partly: touched < after.length, now, after }
}

function gainOf({ prefix, reach, hops, range }: Route, now: Part[], partly: boolean): PrefixChange {
  const after: Part[] = [{ by: prefix, reach, hops, ranges: [range] }]
  return { prefix, outcome: 'gained', partly, now, after }
}

const keyOf = (hops: readonly NextHop[]) => hops.map(({ attachmentId }) => attachmentId).join(' ')

/** Collects, in address order, which route each part of a prefix belongs to in the other table. */
class Parts {
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
