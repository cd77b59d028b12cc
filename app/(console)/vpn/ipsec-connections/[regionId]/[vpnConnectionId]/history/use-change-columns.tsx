'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { State, useStateWord } from '@/components/resource/state'
import { useDuration } from '@/components/ui/duration'
import type { TableColumn } from '@/components/ui/table-model'
import { TextLink } from '@/components/ui/text-link'
import type { History, HistoryChange } from '@/lib/history/schema'
import { causeOf, lasted, madeBy } from '@/lib/history/timeline'
import { routes } from '@/lib/navigation/routes'

import { useLightName } from './use-light-name'

/** Anything but a setting, and a time in which nobody looked. */
const isLight = (what: string) => !what.startsWith('setting:') && what !== 'unseen'

/** The columns of the changes: when, what, from what to what, for how long, and by whom. */
export function useChangeColumns(history: History | undefined): TableColumn<HistoryChange>[] {
  const t = useTranslations('history')
  const causes = useTranslations('diagnosis.causes')
  const nameOf = useLightName()
  const duration = useDuration()
  const word = useStateWord()
  return useMemo(() => {
    const read = ({ what }: HistoryChange, value: string) => {
      if (!isLight(what)) return value || '-'
      return word('seen', value || 'off')
    }
    const because = (change: HistoryChange) => {
      const cause = history && causeOf(change, history)
      if (!cause) return ''
      return cause === 'tunnel' ? t('tunnelDown') : causes(`${cause}.title`)
    }
    const by = (change: HistoryChange) => history && madeBy(change, history)
    return [
      { id: 'at', header: t('columns.at'), value: ({ at }) => at, moment: 'second' },
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
          const { what, to } = change
          return isLight(what) ? <State kind="seen" of={to || 'off'} /> : <bdi>{to || '-'}</bdi>
        },
      },
      {
        id: 'lasted',
        header: t('columns.lasted'),
        value: (change) => (history ? duration(lasted(change, history) / 1000) : ''),
        order: (change) => (history ? lasted(change, history) : 0),
        align: 'end',
      },
      {
        id: 'cause',
        header: t('columns.cause'),
        value: (change) => `${because(change)} ${change.cause ?? ''}`.trim(),
        cell: (change) => (
          <>
            {because(change)}{' '}
            {change.cause && <bdi className="mono text-muted">{change.cause}</bdi>}
          </>
        ),
      },
      {
        id: 'by',
        header: t('columns.by'),
        value: (change) => {
          const who = by(change)
          if (!who) return ''
          return who === 'others' ? t('others') : `${t('own')} ${who.person ?? ''}`.trim()
        },
        cell: (change) => {
          const who = by(change)
          if (!who) return undefined
          if (who === 'others') return t('others')
          const { operationId, person } = who
          return (
            <>
              {operationId ? (
                <TextLink href={routes.operation(operationId)}>{t('own')}</TextLink>
              ) : (
                t('own')
              )}{' '}
              {person && <bdi>{person}</bdi>}
            </>
          )
        },
      },
    ]
  }, [t, causes, nameOf, duration, word, history])
}
