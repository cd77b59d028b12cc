'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

import { Status, type Tone } from '@/components/ui/status'
import type { TableColumn } from '@/components/ui/table-model'
import { isChanging, takesChanges } from '@/lib/query/polling'

const tones: ReadonlyMap<string, Tone> = new Map([
  ['Active', 'ok'],
  ['Attached', 'ok'],
  ['Available', 'ok'],
  ['Detached', 'off'],
  ['Failed', 'error'],
])

/** The word of the cloud's status in the reader's language; a word we do not know stays the cloud's. */
export function useStatusWord(): (status: string) => string {
  const t = useTranslations('status')
  return useCallback(
    (status) => {
      const key = status as 'Active' // looked up before it is used
      return t.has(key) ? t(key) : status || '-'
    },
    [t],
  )
}

/** Why nothing can be done with what has this status; nothing when it can, or while the status is not known. */
export function useStatusReason(): (status: string | undefined) => string | undefined {
  const word = useStatusWord()
  const t = useTranslations('ui')
  return useCallback(
    (status = '') => (takesChanges(status) ? undefined : t('busyStatus', { status: word(status) })),
    [t, word],
  )
}

/** The status of a router, an attachment, a table, as an icon and a word. */
export function ResourceStatus({ status }: { status: string }) {
  const word = useStatusWord()
  return (
    <Status tone={isChanging(status) ? 'changing' : (tones.get(status) ?? 'neutral')}>
      {word(status)}
    </Status>
  )
}

/** The column of the cloud's status of any list of resources. */
export function useStatusColumn() {
  const word = useStatusWord()
  return useCallback(
    <Row,>(header: string, statusOf: (row: Row) => string): TableColumn<Row> => ({
      id: 'status',
      header,
      value: (row) => word(statusOf(row)),
      cell: (row) => <ResourceStatus status={statusOf(row)} />,
      choices: statusOf,
      // As wide as "Dissociating": a change of status moves no other column.
      width: 'min-w-34',
    }),
    [word],
  )
}
