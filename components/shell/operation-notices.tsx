'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

import { QueryProvider } from '@/components/query/query-provider'
import { QueryError } from '@/lib/failure/in-browser'
import { routes } from '@/lib/navigation/routes'
import { noticeMemory } from '@/lib/notices/memory'
import { dismiss, notify } from '@/lib/notices/store'
import { recentOperations } from '@/lib/operations/queries'
import { isMoving, type OperationState } from '@/lib/operations/schema'

const DATABASE = 'database'

interface OperationNoticesProps {
  /** Whose operations are told. */
  profile: string
}

/**
 * One notice for each operation of this account, from the server's own list: it stands on every page and
 * after a reload, turns in place, and stays away once it was put away.
 */
export function OperationNotices(props: OperationNoticesProps) {
  return (
    <QueryProvider>
      <Followed {...props} />
    </QueryProvider>
  )
}

function Followed({ profile }: OperationNoticesProps) {
  const t = useTranslations('shell')
  const words = useTranslations('operations')
  const states = useTranslations('states')
  const { data, error } = useQuery(recentOperations())
  const failure = error instanceof QueryError ? error.code : undefined

  useEffect(() => {
    for (const { operationId, kind, state, subject, profile: owner } of data ?? []) {
      if (owner !== profile || !noticeMemory.wants(operationId, state)) continue
      noticeMemory.shown(operationId)
      notify({
        id: operationId,
        state: look(state),
        text: t('operation', {
          kind: words(`kind.${kind}`),
          subject,
          state: states(`operation.${state}`),
        }),
        href: routes.operation(operationId),
        onDismiss: () => noticeMemory.putAway(operationId, state),
      })
    }
  }, [data, profile, t, words, states])

  useEffect(() => {
    if (failure === 'DatabaseUnavailable')
      notify({ id: DATABASE, state: 'failed', text: t('noDatabase') })
    else dismiss(DATABASE)
  }, [failure, t])

  return null
}

const look = (state: OperationState) => {
  if (state === 'needs-decision' || state === 'waits-for-approval') return 'asks'
  if (state === 'refused' || state === 'rejected') return 'failed'
  return isMoving(state) ? 'running' : 'done'
}
