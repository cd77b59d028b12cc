'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useTableState } from '@/components/ui/use-table-state'
import type { ComparedRow } from '@/lib/route-tables/comparison'
import type { Outcome } from '@/lib/route-tables/difference'
import { comparisonColumns, MOST_ROWS } from '@/lib/route-tables/params'
import { comparisonPage, comparisonReading, readComparisonPage } from '@/lib/route-tables/queries'
import { type FilterColumn, readFilter } from '@/lib/table/filter'
import { PAGE } from '@/lib/table/page'

/** The address names the state of the list by it. */
export const DIFFERENCE = 'difference'

/** How often it is asked how far a long reading is, in milliseconds. */
const PROGRESS_MS = 1000

/**
 * What replacing one table by another would do, from both tables as they are now. The server compares them and shows
 * the list a page at a time: of tables of 10,000 routes the browser never holds more.
 * @param from empty when no table is associated.
 * @param to empty as long as none is chosen.
 */
export function usePreview(from: string, to: string, columns: readonly FilterColumn[]) {
  const { attachment, router } = useOpenAttachment()
  const { cenId, transitRouterId, transitRouterAttachmentId } = attachment
  const [reading, setReading] = useState(() => ({ number: 0, began: performance.now() }))
  const [outcome, setOutcome] = useState<Outcome | undefined>()
  const search = useSearch(columns, outcome)
  const change = {
    cenId,
    regionId: router.regionId,
    transitRouterId,
    transitRouterAttachmentId,
    to,
    ...(from && { from }),
  }
  const age = () => millisecondsSince(reading.began)
  const page = useQuery({
    ...comparisonPage(change, search, reading.number, age),
    enabled: to !== '',
    // What was seen of another table says nothing of this one.
    placeholderData: (before, query) =>
      query && isSame(query.queryKey[1], change) ? before : undefined,
  })
  const progress = useQuery({
    ...comparisonReading(change),
    enabled: to !== '' && page.isPending,
    refetchInterval: PROGRESS_MS,
  })
  const all = async () => {
    const rows: ComparedRow[] = []
    for (let at = 0; ; at += 1) {
      const paging = { page: String(at), size: String(MOST_ROWS) }
      const answer = await readComparisonPage(change, { ...search, ...paging }, age())
      rows.push(...answer.rows)
      if (answer.rows.length === 0 || rows.length >= answer.total) return rows
    }
  }
  return {
    page: page.data,
    outcome,
    chooseOutcome: setOutcome,
    all,
    failed: page.error,
    isReading: page.isPending || page.isPlaceholderData,
    /** Routes that have been read while the first answer is on its way. */
    routes: progress.data?.routes ?? 0,
    readAgain: () => setReading(({ number }) => ({ number: number + 1, began: performance.now() })),
  }
}

/** What the server is asked for: the state of the list as it stands in the address, and the fate that was pressed. */
function useSearch(columns: readonly FilterColumn[], outcome: Outcome | undefined) {
  const { state } = useTableState(DIFFERENCE, ['told'])
  const { words, properties } = readFilter(state.query, columns)
  const { told } = state.choices
  const sort = comparisonColumns.find((id) => id === state.sort?.id)
  return {
    ...(outcome && { outcome }),
    ...(told && { told }),
    ...(words.length > 0 && { words: words.join('\n') }),
    ...(properties.length > 0 && {
      properties: properties.map(({ id, text }) => `${id}:${text}`).join('\n'),
    }),
    ...(sort && { sort, order: state.sort?.descending ? 'desc' : 'asc' }),
    page: String(state.page),
    size: String(PAGE),
  }
}

const millisecondsSince = (moment: number) => Math.floor(performance.now() - moment)

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
