'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'

import { useBegunOperation } from '@/components/operation/use-begun-operation'
import { operationView } from '@/lib/operations/queries'
import { isFinal, type Operation, type OperationState } from '@/lib/operations/schema'
import { lastReplacement } from '@/lib/route-tables/queries'
import { isAttachmentId } from '@/lib/text/ids'

/** An operation on the open attachment: one that this page began, or the last change of its table. */
export type Followed =
  | { operationId: string; kind: 'replace'; from: string; to: string }
  | { operationId: string; kind: 'delete' }

interface Following {
  followed: Followed | undefined
  /** It was begun before this page was opened. */
  remembered: boolean
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

/** How far it is, as the panel says it. Catalogue key below `attachment.followed.panel`. */
export const wordOf = (state: OperationState) =>
  state === 'done' || state === 'running' || state === 'refused' ? state : 'stopped'

interface FollowedOperationProps {
  attachmentId: string
  children: ReactNode
}

/** Follows one operation to its end: everything is read again whenever it moves on. */
export function FollowedOperation({ attachmentId, children }: FollowedOperationProps) {
  const queries = useQueryClient()
  const [begun, setBegun] = useState<Followed | undefined>()
  const { last, putAway } = useLastReplacement(attachmentId)
  const followed = begun ?? (last && { ...last, kind: 'replace' as const })
  const { data: operation } = useQuery({
    ...operationView(followed?.operationId ?? ''),
    enabled: followed !== undefined,
  })
  const moving = begun ?? (last && !isFinal(last.state) ? last : undefined)
  const operationId = moving?.operationId
  const state = operation?.state
  const follow = (next: Followed | undefined) => {
    if (!next && followed) putAway(followed.operationId)
    setBegun(next)
  }

  useBegunOperation(operationId)
  useEffect(() => {
    if (!operationId) return
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GetOperation' })
  }, [operationId, state, queries])

  return (
    <FollowingContext value={{ followed, remembered: !begun, operation, follow }}>
      {children}
    </FollowingContext>
  )
}

/** The last change of an attachment's route table, also after a reload, until its reader puts it away. */
function useLastReplacement(transitRouterAttachmentId: string) {
  const key = `replacement-put-away:${transitRouterAttachmentId}`
  const [away, setAway] = useState<string | undefined>()
  const { data } = useQuery({
    ...lastReplacement({ transitRouterAttachmentId }),
    enabled: isAttachmentId(transitRouterAttachmentId),
  })
  const seen = data && (away ?? window.localStorage.getItem(key)) === data.operationId
  const putAway = (operationId: string) => {
    window.localStorage.setItem(key, operationId)
    setAway(operationId)
  }
  return { last: data && !seen ? data : undefined, putAway }
}
