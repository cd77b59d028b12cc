'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import type { PrefixChange } from '@/lib/route-tables/difference'
import type { NextHop } from '@/lib/route-tables/longest-match'
import type { Part } from '@/lib/route-tables/parts'
import { blocksOf } from '@/lib/route-tables/prefix'

import { type RouterIds, useRouterAttachments } from './use-router-attachments'

/** Ways to reach a prefix, in words: "by 172.16.0.0/12 peer tr-london". */
export function useReachWords(router: RouterIds) {
  const t = useTranslations('attachment.difference')
  const { attachments } = useRouterAttachments(router)
  return useMemo(() => {
    const names = new Map(
      attachments?.map((one) => [one.transitRouterAttachmentId, one.transitRouterAttachmentName]),
    )
    const kindOf = (type: string) => (type === 'TR' ? t('peer') : type)
    const hop = ({ attachmentId, resourceId, resourceType }: NextHop) =>
      `${kindOf(resourceType)} ${names.get(attachmentId) || resourceId || attachmentId}`

    /** Where one part leads, without saying which addresses it is about. */
    const way = ({ reach, hops, by }: Part, prefix: string) => {
      const through = by && by !== prefix ? `${t('by', { prefix: by })} ` : ''
      if (reach === 'hop') return through + hops.map(hop).join(' + ')
      return reach === 'none' ? t('none') : `${through}${t(reach)}`
    }

    const blocks = ({ ranges }: Part) => ranges.flatMap((range) => [...blocksOf(range)])

    /** A whole side of a change as one text, for the filter and the export. */
    const side = (parts: readonly Part[], { prefix }: PrefixChange) =>
      parts.length === 1 && parts[0]
        ? way(parts[0], prefix)
        : parts.map((part) => `${blocks(part).join(' ')}: ${way(part, prefix)}`).join('; ')

    return { way, blocks, side }
  }, [t, attachments])
}
