'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { TitledList } from '@/components/query/titled-list'
import { Button } from '@/components/ui/button'
import { useWrite } from '@/components/write/use-write'
import { sessionList } from '@/lib/people/queries'

import { endOtherSessions, endSession } from './actions'

/** Where a person is signed in; each of it can be ended. */
export function Sessions() {
  const t = useTranslations('account.sessions')
  const sessions = useQuery(sessionList())
  const { write, pending } = useWrite()
  const words = { running: t('running'), done: t('done') }
  const hasOthers = sessions.data?.some(({ isThis }) => !isThis)
  return (
    <TitledList
      name="sessions"
      title={t('title')}
      list={sessions}
      rowId={({ sessionId }) => sessionId}
      empty={t('empty')}
      actions={
        <Button
          pending={pending}
          reason={hasOthers ? undefined : t('noOthers')}
          onClick={() => void write(words, endOtherSessions, {})}
        >
          {t('endOthers')}
        </Button>
      }
      columns={[
        { id: 'browser', header: t('columns.browser'), value: ({ browser }) => browser },
        {
          id: 'address',
          header: t('columns.address'),
          value: ({ address }) => address,
          mono: true,
        },
        {
          id: 'began',
          header: t('columns.began'),
          value: ({ beganAt }) => beganAt,
          moment: 'minute',
        },
        {
          id: 'used',
          header: t('columns.used'),
          value: ({ usedAt }) => usedAt,
          moment: 'minute',
        },
        {
          id: 'actions',
          header: t('columns.actions'),
          actions: true,
          value: () => undefined,
          cell: ({ sessionId, isThis }) =>
            isThis ? (
              t('this')
            ) : (
              <Button variant="link" onClick={() => void write(words, endSession, { sessionId })}>
                {t('end')}
              </Button>
            ),
        },
      ]}
    />
  )
}
