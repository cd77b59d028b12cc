'use client'
import { PAGE } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { useTableState } from '@/components/ui/use-table-state'
import type { AuditSearch } from '@/lib/audit/queries'
import type { AuditedWrite } from '@/lib/audit/schema'
import { readFilter } from '@/lib/table/filter'

import { usePeriod } from './use-period'

/** What the server is asked for: the state of the table and the period, as they stand in the address. */
export function useSearch(columns: readonly TableColumn<AuditedWrite>[]): AuditSearch {
  const { period } = usePeriod()
  const { state } = useTableState('', CHOICES)
  const { words, properties } = readFilter(state.query, columns)
  return {
    ...period,
    ...state.choices,
    ...(words.length > 0 && { words: words.join('\n') }),
    ...(properties.length > 0 && {
      properties: properties.map(({ id, text }) => `${id}:${text}`).join('\n'),
    }),
    ...(state.sort && { sort: state.sort.id, order: state.sort.descending ? 'desc' : 'asc' }),
    page: String(state.page),
    size: String(PAGE),
  }
}

/** The columns with a filter of their own. */
const CHOICES = ['actor', 'action', 'outcome']
