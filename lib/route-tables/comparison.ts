import type { Told } from '@/lib/route-tables/advertisement'
import type { Outcome, PrefixChange } from '@/lib/route-tables/difference'
import type { Part } from '@/lib/route-tables/parts'
import type { WayBack } from '@/lib/route-tables/way-back'

/** `held`: a routing policy keeps it back. */
export const tellings = ['stays', 'withdrawn', 'fresh', 'held', 'no'] as const

/** What the other end is told of a prefix before and after. */
export interface Telling {
  word: (typeof tellings)[number]
  /** Of the policy that keeps it back. */
  priority?: number
}

/** A line of the difference with the whole way: what the other end is told, and how the far side finds back. */
export interface WholeChange extends PrefixChange {
  /** Undefined while route synchronisation is off. */
  telling: Telling | undefined
  /** By the next hops after the change; empty when there is none. */
  back: WayBack[]
}

export function tellingOf(now: Told | undefined, after: Told | undefined): Telling {
  if (after?.told) return { word: now?.told ? 'stays' : 'fresh' }
  if (now?.told) return { word: 'withdrawn' }
  return after?.by ? { word: 'held', priority: after.by.priority } : { word: 'no' }
}

/** More parts or blocks than this are left to the export. */
const SHOWN = 3

/** One part of a prefix as the list shows it. */
export interface ShownPart {
  by?: string
  reach: Part['reach']
  /** Where it leads. */
  way: string
  /** The first of its blocks. */
  blocks: string[]
  moreBlocks: number
}

/** A line of the comparison as it travels: its words, and the first parts of both sides. */
export interface ComparedRow {
  prefix: string
  outcome: Outcome
  partly: boolean
  telling?: Telling['word']
  now: ShownPart[]
  after: ShownPart[]
  moreNow: number
  moreAfter: number
  words: { now: string; after: string; told: string; back: string; outcome: string }
}

/** A few prefixes of many. */
export interface SomePrefixes {
  count: number
  first: string[]
}

/** What a change of table does, and one page of its list. */
export interface ComparisonPage {
  /** A table that cannot be compared stops the change. */
  unreadable?: string
  counts: Record<Outcome, number>
  /** Rows that match on all pages. */
  total: number
  rows: ComparedRow[]
  /** What occurs in `telling`. */
  tellings: { word: Telling['word']; label: string }[]
  findings: Findings
  /** What the preview was made of. */
  reviewed: { now: string; after: string }
  /** Whom the other end is told; absent while route synchronisation is off. */
  advertisement?: {
    withdrawn: number
    advertised: number
    gone: SomePrefixes
    fresh: SomePrefixes
  }
  /** Routing policies that could not be judged. */
  unjudged: number
}

/** What a list of single prefixes hides. */
export interface Findings {
  caught: number
  takers: { taker: string; count: number }[]
  held: number
  /** Of the policies that keep them back. */
  priorities: number[]
  lonely: number
}

/** A side of a change as the list shows it. */
export const shownParts = (
  parts: readonly Part[],
  prefix: string,
  words: { way: (part: Part, prefix: string) => string; blocks: (part: Part) => string[] },
): ShownPart[] =>
  parts.slice(0, SHOWN).map((part) => {
    const blocks = words.blocks(part)
    return {
      ...(part.by !== undefined && { by: part.by }),
      reach: part.reach,
      way: words.way({ ...part, by: undefined }, prefix),
      blocks: blocks.slice(0, SHOWN),
      moreBlocks: Math.max(0, blocks.length - SHOWN),
    }
  })
