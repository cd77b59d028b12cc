'use client'
import { useQuery } from '@tanstack/react-query'

import { attachmentList } from '@/lib/attachments/queries'
import type { Attachment } from '@/lib/attachments/schema'
import { pollByStatus } from '@/lib/query/polling'
import { transitRouterView } from '@/lib/transit-routers/queries'

export interface RouterIds {
  cenId: string
  transitRouterId: string
}

/** The attachments of a router, asked for in its region once that is known. */
export function useRouterAttachments({ cenId, transitRouterId }: RouterIds) {
  const { data: router } = useQuery(transitRouterView(cenId, transitRouterId))
  const regionId = router?.regionId
  const query = useQuery({
    ...attachmentList({ cenId, regionId: regionId ?? '', transitRouterId }),
    enabled: regionId !== undefined,
    refetchInterval: pollByStatus((list: Attachment[]) => list.map(({ status }) => status)),
  })
  return { router, attachments: query.data, query }
}
