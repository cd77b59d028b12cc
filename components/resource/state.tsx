'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback } from 'react'

import { Status } from '@/components/ui/status'
import type { TableColumn } from '@/components/ui/table-model'
import type { MessageValues } from '@/lib/i18n/message'
import { takesChanges } from '@/lib/query/polling'
import { type StateKind, toneOf } from '@/lib/states/table'

/** Calls a state by its word in the reader's language; one that we do not know keeps the cloud's word. */
export function useStateWord(): (kind: StateKind, state: string, values?: MessageValues) => string {
  const t = useTranslations('states')
  return useCallback(
    (kind, state, values) => {
      const key = `${kind}.${state}` as 'resource.Active' // looked up before it is used
      return state && t.has(key) ? t(key, values) : state || '-'
    },
    [t],
  )
}

interface StateProps {
  kind: StateKind
  of: string
  values?: MessageValues
  /** After the word. */
  children?: ReactNode
}

/** The state of a thing as an icon and a word. */
export function State({ kind, of, values, children }: StateProps) {
  const word = useStateWord()
  return (
    <Status tone={toneOf(kind, of)}>
      <bdi>{word(kind, of, values)}</bdi>
      {children}
    </Status>
  )
}

/** Why nothing can be done with what has this status; nothing when it can, or while the status is not known. */
export function useStatusReason(): (status: string | undefined) => string | undefined {
  const word = useStateWord()
  const t = useTranslations('ui')
  return useCallback(
    (status = '') =>
      takesChanges(status) ? undefined : t('busyStatus', { status: word('resource', status) }),
    [t, word],
  )
}

/** The column of the cloud's status of any list of resources. */
export function useStatusColumn() {
  const word = useStateWord()
  return useCallback(
    <Row,>(header: string, statusOf: (row: Row) => string): TableColumn<Row> => ({
      id: 'status',
      header,
      value: (row) => word('resource', statusOf(row)),
      cell: (row) => <State kind="resource" of={statusOf(row)} />,
      choices: statusOf,
      // As wide as "Dissociating": a change of status moves no other column.
      width: 'min-w-34',
    }),
    [word],
  )
}
