import type { Change } from '@/lib/operations/schema'
import {
  type ForwardingEntry,
  type NextHop,
  overlay,
  type Route,
  routesOf,
  segmentsOf,
} from '@/lib/route-tables/longest-match'
import { type Part, Parts, partsOf } from '@/lib/route-tables/parts'
import { type AddressRange, readPrefix } from '@/lib/route-tables/prefix'

/**
 * What a change of table does to the addresses a prefix carries. `lost`: some of them, or all, match nothing
 * any more or a black hole. `caught`: none is lost, but a more general route, as 0.0.0.0/0, takes some of them to
 * other places. `next-hop`: none is lost, some go another way. `kept`: all go the same way.
 * `gained`: some had no way before. `own`: the prefix led back to the attachment itself and carried nothing. `told`: the traffic does not change,
 * what the other end is told does.
 */
export type Outcome = 'lost' | 'caught' | 'next-hop' | 'gained' | 'told' | 'own' | 'kept'

/** In the order in which they matter to the reader. */
export const outcomes = [
  'lost',
  'caught',
  'next-hop',
  'gained',
  'told',
  'own',
  'kept',
] as const satisfies readonly Outcome[]

export interface PrefixChange {
  prefix: string
  outcome: Outcome
  /** Only a part of the addresses has this outcome. */
  partly: boolean
  now: Part[]
  /** Empty when more specific prefixes carry all of its addresses today. */
  after: Part[]
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
 * @param told prefixes the other end is told of, by either table: those that no line is about get one.
 * @throws Error when an active entry leads to something that is no CIDR block.
 */
export function differenceOf(
  now: readonly ForwardingEntry[],
  after: readonly ForwardingEntry[],
  attachmentId: string,
  told: { now: readonly string[]; after: readonly string[] } = { now: [], after: [] },
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
  const named = new Set(changes.map(({ prefix }) => prefix))
  for (const prefix of toldOtherwise(told))
    if (!named.has(prefix))
      changes.push({
        prefix,
        outcome: 'told',
        partly: false,
        now: partsOf([prefix], before),
        after: partsOf([prefix], next),
      })
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
  const caught = after.filter(
    (part) => part.reach === 'hop' && keyOf(part.hops) !== way && isWider(part.by, range),
  ).length
  const moved = other ? 'next-hop' : 'kept'
  const outcome = reach === 'own' ? 'own' : lost ? 'lost' : caught ? 'caught' : moved
  const touched = { lost, caught, 'next-hop': other, own: after.length, kept: after.length }[
    outcome
  ]
  const now: Part[] = [{ by: prefix, reach, hops, ranges: [range] }]
  return { prefix, outcome, partly: touched < after.length, now, after }
}

function gainOf({ prefix, reach, hops, range }: Route, now: Part[], partly: boolean): PrefixChange {
  const after: Part[] = [{ by: prefix, reach, hops, ranges: [range] }]
  return { prefix, outcome: 'gained', partly, now, after }
}

/** Whether a prefix holds more than a range of addresses. */
function isWider(prefix: string | undefined, range: AddressRange): boolean {
  if (prefix === undefined) return false
  const { from, to } = readPrefix(prefix)
  return to - from > range.to - range.from
}

/** The prefixes that one table tells and the other does not. */
function toldOtherwise({ now, after }: { now: readonly string[]; after: readonly string[] }) {
  const [before, later] = [new Set(now), new Set(after)]
  return new Set([...now, ...after].filter((prefix) => before.has(prefix) !== later.has(prefix)))
}

const keyOf = (hops: readonly NextHop[]) => hops.map(({ attachmentId }) => attachmentId).join(' ')

/** So many prefixes stand in a change; the others are counted. */
const NAMED = 200

/** What a difference takes away, moves and gives, for who approves it. */
export const toldOf = ({ changes }: Difference): Change[] =>
  (['lost', 'caught', 'next-hop', 'gained'] as const).flatMap((outcome) => {
    const prefixes = changes.filter((each) => each.outcome === outcome).map(({ prefix }) => prefix)
    if (prefixes.length === 0) return []
    const rest = prefixes.length > NAMED ? [`+${prefixes.length - NAMED}`] : []
    const named = [...prefixes.slice(0, NAMED), ...rest].join(', ')
    const isGone = outcome === 'lost'
    return { what: `prefixes-${outcome}`, from: isGone ? named : '', to: isGone ? '' : named }
  })
