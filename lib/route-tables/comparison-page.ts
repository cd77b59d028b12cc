import 'server-only'
import type { TypeWords } from '@/lib/attachments/type-words'
import type { Access } from '@/lib/request/access'
import { type Comparison, comparisonWithin } from '@/lib/route-tables/compare'
import {
  type ComparedRow,
  type ComparisonPage,
  type Findings,
  shownParts,
  type SomePrefixes,
  type Telling,
  tellings,
  type WholeChange,
} from '@/lib/route-tables/comparison'
import { type Outcome, outcomes } from '@/lib/route-tables/difference'
import type { ComparisonColumn, ComparisonParams } from '@/lib/route-tables/params'
import { type DifferenceWords, reachWords } from '@/lib/route-tables/words'

/** So many of the prefixes that are withdrawn or advertised are named. */
const NAMED = 200

/** What a change of table does, and the rows of it that are asked for, in the reader's words. @throws CloudError */
export async function readComparison(
  access: Access,
  { within, ...params }: ComparisonParams,
  t: DifferenceWords,
  types: TypeWords,
): Promise<ComparisonPage> {
  const { cenId, regionId, transitRouterId, transitRouterAttachmentId, from, to } = params
  const place = { cenId, regionId, transitRouterId, transitRouterAttachmentId, to }
  const change = { ...place, ...(from && { from }) }
  const comparison = await comparisonWithin(access, change, within)
  const { changes, unreadable, advertisement } = comparison
  const words = wordsOf(t, types, comparison)
  const rows = found(changes, params, words)
  const page = Math.min(params.page, Math.max(0, Math.ceil(rows.length / params.size) - 1))
  return {
    ...(unreadable !== undefined && { unreadable }),
    counts: comparison.counts ?? NO_COUNTS,
    total: rows.length,
    rows: rows
      .slice(page * params.size)
      .slice(0, params.size)
      .map(words.row),
    tellings: tellingsIn(changes, words.told),
    findings: findingsIn(changes, words.way),
    reviewed: comparison.reviewed,
    ...(advertisement && {
      advertisement: {
        withdrawn: advertisement.withdrawn.length,
        advertised: advertisement.advertised.length,
        gone: some(advertisement.gone),
        fresh: some(advertisement.fresh),
      },
    }),
    unjudged: comparison.unjudged,
  }
}

const NO_COUNTS = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<
  Outcome,
  number
> // every outcome has its count

const some = (prefixes: readonly string[]): SomePrefixes => ({
  count: prefixes.length,
  first: prefixes.slice(0, NAMED),
})

/** The texts of a line by column. Most lines share their outcome and what is told of them: those are made once. */
function wordsOf(t: DifferenceWords, types: TypeWords, { names }: Comparison) {
  const reach = reachWords(t, names, types)
  const outcome = remembered(({ outcome: key, partly }: WholeChange) =>
    t(`outcome.${key}`, { partly: String(partly) }),
  )
  const told = ({ word, priority = 0 }: Telling) => t(`telling.${word}`, { priority })
  const toldOf = remembered(({ telling }: Pick<WholeChange, 'telling'>) =>
    telling ? told(telling) : '',
  )
  const texts: Record<ComparisonColumn, (change: WholeChange) => string> = {
    prefix: ({ prefix }) => prefix,
    now: (change) => reach.side(change.now, change),
    after: (change) => reach.side(change.after, change),
    told: (change) => toldOf(`${change.telling?.word} ${change.telling?.priority}`, change),
    back: ({ back }) => reach.back(back) ?? '',
    outcome: (change) => outcome(`${change.outcome} ${change.partly}`, change),
  }
  const row = (change: WholeChange): ComparedRow => {
    const { prefix, telling, now, after } = change
    const shown = { now: shownParts(now, prefix, reach), after: shownParts(after, prefix, reach) }
    const { prefix: _, ...others } = texts
    const rest = Object.entries(others).map(([column, text]) => [column, text(change)])
    return {
      prefix,
      outcome: change.outcome,
      partly: change.partly,
      ...(telling && { telling: telling.word }),
      ...shown,
      moreNow: now.length - shown.now.length,
      moreAfter: after.length - shown.after.length,
      words: Object.fromEntries(rest) as ComparedRow['words'], // the columns but the first
    }
  }
  return { texts, row, told, way: reach.way }
}

/** Makes a value once for each key. */
function remembered<Of, Value>(make: (of: Of) => Value): (key: string, of: Of) => Value {
  const made = new Map<string, Value>()
  return (key, of) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(of)
    made.set(key, value)
    return value
  }
}

type Wish = Pick<ComparisonParams, 'outcome' | 'told' | 'words' | 'properties' | 'sort' | 'order'>

/** The lines that are asked for, in their order. */
function found(
  changes: readonly WholeChange[],
  { outcome, told, words = [], properties = [], sort, order }: Wish,
  { texts }: ReturnType<typeof wordsOf>,
): readonly WholeChange[] {
  const wishes = properties.flatMap((property) => {
    const at = property.indexOf(':')
    const column = property.slice(0, at)
    return isColumn(column) ? [{ column, text: property.slice(at + 1) }] : []
  })
  /** A choice is found by what the address calls it too. */
  const textOf = (change: WholeChange, column: ComparisonColumn) =>
    `${texts[column](change)}${column === 'told' ? ` ${change.telling?.word ?? ''}` : ''}`.toLowerCase()
  const columns = Object.keys(texts).filter(isColumn)
  const left = changes.filter((change) => {
    if (outcome !== undefined && change.outcome !== outcome) return false
    if (told !== undefined && change.telling?.word !== told) return false
    if (!wishes.every(({ column, text }) => textOf(change, column).includes(text))) return false
    if (words.length === 0) return true
    const whole = columns.map((column) => textOf(change, column)).join('\n')
    return words.every((word) => whole.includes(word))
  })
  if (!sort) return left
  const keys = new Map(left.map((change) => [change, texts[sort](change)]))
  const sign = order === 'desc' ? -1 : 1
  return left.toSorted((a, b) => {
    const [one, other] = [keys.get(a) ?? '', keys.get(b) ?? '']
    // What has no value stands last, whatever the order.
    if (one === '' || other === '') return Number(one === '') - Number(other === '')
    return sign * collator.compare(one, other)
  })
}

const isColumn = (text: string): text is ComparisonColumn => text in COLUMNS
const COLUMNS = { prefix: 0, now: 0, after: 0, told: 0, back: 0, outcome: 0 } satisfies Record<
  ComparisonColumn,
  number
>

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

const tellingsIn = (changes: readonly WholeChange[], word: (telling: Telling) => string) =>
  tellings.flatMap((key) => {
    const telling = changes.find((change) => change.telling?.word === key)?.telling
    return telling ? [{ word: key, label: word(telling) }] : []
  })

/** What a list of single prefixes hides: routes that catch what lost its own, policies, and ways back that are missing. */
function findingsIn(
  changes: readonly WholeChange[],
  way: ReturnType<typeof reachWords>['way'],
): Findings {
  const caught = changes.filter(({ outcome }) => outcome === 'caught')
  const takers = new Map<string, number>()
  for (const { prefix, after } of caught)
    for (const part of after)
      if (part.by && part.by !== prefix && part.reach === 'hop') {
        const taker = way(part, prefix)
        takers.set(taker, (takers.get(taker) ?? 0) + 1)
      }
  const reached = changes.filter(({ outcome }) =>
    ['gained', 'caught', 'next-hop'].includes(outcome),
  )
  const held = reached.filter(({ telling }) => telling?.word === 'held')
  const lonely = reached.filter(({ back }) =>
    back.some(({ state }) => state === 'none' || state === 'elsewhere' || state === 'partly'),
  )
  return {
    caught: caught.length,
    takers: [...takers].map(([taker, count]) => ({ taker, count })),
    held: held.length,
    priorities: [...new Set(held.map(({ telling }) => telling?.priority ?? 0))],
    lonely: lonely.length,
  }
}
