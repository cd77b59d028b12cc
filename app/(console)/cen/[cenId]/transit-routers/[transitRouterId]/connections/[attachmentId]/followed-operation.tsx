'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'

import { notify } from '@/lib/notices'
import { operationView } from '@/lib/operations/queries'
import { isFinal, type Operation } from '@/lib/operations/schema'
import { routes } from '@/lib/routes'

/** An operation on the open attachment that this page began. */
export type Followed =
  | { operationId: string; kind: 'replace'; from: string; to: string }
  | { operationId: string; kind: 'delete' }

interface Following {
  followed: Followed | undefined
  operation: Operation | undefined
  follow: (followed: Followed | undefined) => void
}

const FollowingContext = createContext<Following | undefined>(undefined)

/** The operation the panel follows: it lives as long as the panel, whichever tab is open. */
export function useFollowed(): Following {
  const following = use(FollowingContext)
  if (!following) throw new Error('Operations are followed inside the panel only.')
  return following
}

/** Follows one operation to its end: one notice that turns, and everything read again when it is over. */
export function FollowedOperation({ children }: { children: ReactNode }) {
  const t = useTranslations('attachment.followed')
  const queries = useQueryClient()
  const [followed, follow] = useState<Followed | undefined>()
  const { data: operation } = useQuery({
    ...operationView(followed?.operationId ?? ''),
    enabled: followed !== undefined,
  })
  const kind = followed?.kind
  const operationId = followed?.operationId
  const state = operation?.state
  const subject = operation?.subject ?? ''

  useEffect(() => {
    if (!kind || !operationId) return
    const over = state !== undefined && isFinal(state)
    const word =
      state === 'needs-decision'
        ? 'stopped'
        : !over
          ? 'running'
          : state === 'done'
            ? 'done'
            : 'failed'
    notify({
      id: operationId,
      state: word === 'stopped' ? 'failed' : word,
      text: t(`${kind}.${word}`, { subject }),
      href: routes.operation(operationId),
    })
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GetOperation' })
  }, [kind, operationId, state, subject, t, queries])

  return <FollowingContext value={{ followed, operation, follow }}>{children}</FollowingContext>
}
