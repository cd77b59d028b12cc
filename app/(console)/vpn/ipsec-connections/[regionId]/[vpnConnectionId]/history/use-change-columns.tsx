'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { Status } from '@/components/ui/status'
import type { TableColumn } from '@/components/ui/table-model'
import { TextLink } from '@/components/ui/text-link'
import type { History, HistoryChange } from '@/lib/history/schema'
import { lasted, madeBy } from '@/lib/history/timeline'
import { printDuration, printSecond } from '@/lib/i18n/format'
import { routes } from '@/lib/navigation/routes'

import { useLightName } from './use-light-name'

/** The columns of the changes: when, what, from what to what, for how long, and by whom. */
export function useChangeColumns(history: History | undefined): TableColumn<HistoryChange>[] {
  const t = useTranslations('history')
  const nameOf = useLightName()
  return useMemo(() => {
    const read = ({ what }: HistoryChange, value: string) => {
      if (what.startsWith('setting:') || what === 'unseen') return value || '-'
      return t(`state.${(value || 'off') as 'up'}`)
    }
    const by = (change: HistoryChange) => history && madeBy(change, history)
    return [
      { id: 'at', header: t('columns.at'), value: ({ at }) => printSecond(at), mono: true },
      {
        id: 'what',
        header: t('columns.what'),
        value: ({ what }) => nameOf(what),
        choices: ({ what }) => what,
      },
      { id: 'from', header: t('columns.from'), value: (change) => read(change, change.from) },
      {
        id: 'to',
        header: t('columns.to'),
        value: (change) => read(change, change.to),
        cell: (change) => {
          const tone = { up: 'ok', attached: 'ok', down: 'error' } as const
          const known = tone[change.to as 'up']
          const words = read(change, change.to)
          return known ? <Status tone={known}>{words}</Status> : <bdi>{words}</bdi>
        },
      },
      {
        id: 'lasted',
        header: t('columns.lasted'),
        value: (change) => (history ? printDuration(lasted(change, history) / 1000) : ''),
        mono: true,
        align: 'end',
      },
      { id: 'cause', header: t('columns.cause'), value: ({ cause }) => cause, mono: true },
      {
        id: 'by',
        header: t('columns.by'),
        value: (change) => {
          const who = by(change)
          if (!who) return ''
          return who === 'others' ? t('others') : t('own')
        },
        cell: (change) => {
          const who = by(change)
          if (!who) return undefined
          if (who === 'others') return t('others')
          return <TextLink href={routes.operation(who.operationId)}>{t('own')}</TextLink>
        },
      },
    ]
  }, [t, nameOf, history])
}
