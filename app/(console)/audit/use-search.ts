'use client'
import { useMessages } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'

import type { AuditRow } from '@/components/audit/cells'
import type { TableColumn } from '@/components/ui/table-model'
import { changeAddress } from '@/components/ui/use-address-state'
import { useTableState } from '@/components/ui/use-table-state'
import { type AuditSearch, NEWEST } from '@/lib/audit/queries'
import { labelledNames } from '@/lib/audit/readable'
import { readFilter } from '@/lib/table/filter'

const DAY_MS = 86_400_000

/** Which lines of the audit the address asks for: days in UTC, `from=2026-11-20&until=…`, and one operation. */
export function usePeriod() {
  const search = useSearchParams()
  const days = { from: search.get('from') ?? '', until: search.get('until') ?? '' }
  const operationId = search.get('operation') ?? ''
  const after = search.get('after') ?? ''
  const from = midnight(days.from)
  const end = midnight(days.until)
  const period: AuditSearch = {
    ...(operationId && { operationId }),
    ...(/^\S+ \d+$/.test(after) && { after }),
    ...(from !== undefined && { from: new Date(from).toISOString() }),
    ...(end !== undefined && { until: new Date(end + DAY_MS).toISOString() }),
  }
  const change = (name: 'from' | 'until' | 'operation' | 'after', value: string) =>
    changeAddress({ after: undefined, [name]: value || undefined, page: undefined })
  /** The last days up to now, today among them. */
  const last = (count: number) =>
    changeAddress({
      from: new Date(Date.now() - (count - 1) * DAY_MS).toISOString().slice(0, 10),
      until: undefined,
      after: undefined,
      page: undefined,
    })
  return { period, days, operationId, after, change, last }
}

/** The start of a day, in milliseconds; nothing for what is no day. */
function midnight(day: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

/** What the server is asked for: the state of the table and the period, as they stand in the address. */
export function useSearch(columns: readonly TableColumn<AuditRow>[]): AuditSearch {
  const { period } = usePeriod()
  const { state } = useTableState('', CHOICES)
  const { words, properties } = readFilter(state.query, columns)
  const messages = useMessages()
  const names = useMemo(() => labelledNames(messages), [messages])
  /** What was typed, or what the writes call something that the page calls so. */
  const meant = (text: string) =>
    [text, ...names.filter(({ label }) => label.includes(text)).map(({ name }) => name)]
      .slice(0, MOST_MEANT)
      .join('\t')
  return {
    ...period,
    ...state.choices,
    ...(words.length > 0 && { words: words.map(meant).join('\n') }),
    ...(properties.length > 0 && {
      properties: properties.map(({ id, text }) => `${id}:${meant(text)}`).join('\n'),
    }),
    ...(state.sort && { order: state.sort.descending ? 'desc' : 'asc' }),
    ...NEWEST,
    page: String(state.page),
  }
}

/** So many names stand for one word at most. */
const MOST_MEANT = 16

/** The columns with a filter of their own. */
const CHOICES = ['actor', 'person', 'action', 'outcome']
