import type { Judgement, PreflightItem } from '@/lib/connection-form/judge'
import type { SectionId } from '@/lib/connection-form/sections'

/** A line before OK that counts what is wrong in a section. */
export type Counted = Omit<PreflightItem, 'key' | 'section'> & {
  key: 'problems' | 'advice'
  section: SectionId
}

const isCounted = (item: PreflightItem): item is Counted =>
  item.section !== undefined && (item.key === 'problems' || item.key === 'advice')

/** What counts in a section now and is not among those that were counted before. */
export const newlyCounted = (
  { before }: Pick<Judgement, 'before'>,
  counted: readonly Counted[],
): Counted[] => before.filter(isCounted).filter((one) => !isAmong(one, counted))

/**
 * The lines before OK. What was wrong in a section and is no more keeps its line: the rules may come long after the
 * press that mended it, and nothing below jumps up then. A section that is not asked any more, as those of a new
 * connection where another account's is attached, has nothing left to say.
 */
export function keepingLines(
  { before, unasked = [] }: Pick<Judgement, 'before' | 'unasked'>,
  counted: readonly Counted[],
): PreflightItem[] {
  const now = before.filter(isCounted)
  const gone = counted
    .filter((one) => !unasked.includes(one.section) && !isAmong(one, now))
    .map(({ key, section }): PreflightItem => ({ status: 'ok', key: `${key}Gone`, section }))
  // In their places: the problems stand before the warnings, and both last.
  const at = before.findIndex(({ key }) => key === 'advice')
  const rest = at < 0 ? before.length : at
  return [
    ...before.slice(0, rest),
    ...gone.filter(({ key }) => key === 'problemsGone'),
    ...before.slice(rest),
    ...gone.filter(({ key }) => key === 'adviceGone'),
  ]
}

const isAmong = (one: Counted, others: readonly Counted[]) =>
  others.some(({ key, section }) => key === one.key && section === one.section)
