'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'

import { useBegunOperation } from '@/components/use-begun-operation'
import { operationView } from '@/lib/operations/queries'
import type { Operation } from '@/lib/operations/schema'

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

/** Follows one operation to its end: everything is read again whenever it moves on. */
export function FollowedOperation({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [followed, follow] = useState<Followed | undefined>()
  const { data: operation } = useQuery({
    ...operationView(followed?.operationId ?? ''),
    enabled: followed !== undefined,
  })
  const operationId = followed?.operationId
  const state = operation?.state

  useBegunOperation(operationId)
  useEffect(() => {
    if (!operationId) return
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GetOperation' })
  }, [operationId, state, queries])

  return <FollowingContext value={{ followed, operation, follow }}>{children}</FollowingContext>
}
