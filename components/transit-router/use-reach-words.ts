'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { reachWords } from '@/lib/route-tables/words'

import { type RouterIds, useRouterAttachments } from './use-router-attachments'

/** Ways of a router to reach a prefix, and back, in words. */
export function useReachWords(router: RouterIds) {
  const t = useTranslations('attachment.difference')
  const types = useTranslations('resourceTypes')
  const { attachments } = useRouterAttachments(router)
  return useMemo(() => {
    const names = new Map(
      attachments?.map((one) => [one.transitRouterAttachmentId, one.transitRouterAttachmentName]),
    )
    return reachWords(t, names, types)
  }, [t, types, attachments])
}
