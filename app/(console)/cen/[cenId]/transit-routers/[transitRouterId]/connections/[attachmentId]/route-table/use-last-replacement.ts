'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { lastReplacement } from '@/lib/route-tables/queries'
import { isAttachmentId } from '@/lib/text/ids'

/** The last change of an attachment's route table, also after a reload, until its reader puts it away. */
export function useLastReplacement(transitRouterAttachmentId: string) {
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
