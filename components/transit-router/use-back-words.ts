'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

import type { WayBack } from '@/lib/route-tables/way-back'

import { useReachWords } from './use-reach-words'
import type { RouterIds } from './use-router-attachments'

/** Ways back in words: "falls back to 0.0.0.0/0 VPC vpc-prod". */
export function useBackWords(router: RouterIds): (ways: readonly WayBack[]) => string | undefined {
  const t = useTranslations('attachment.difference.back')
  const { way, blocks } = useReachWords(router)
  return useCallback(
    (ways) => {
      const words = ways.map(({ state, parts }) => {
        const others = parts
          .filter((part) => part.reach === 'hop')
          .map((part) => `${blocks(part).join(' ')}: ${way(part, '')}`)
        return t(state, { ways: others.join('; ') })
      })
      return words.length > 0 ? [...new Set(words)].join('; ') : undefined
    },
    [t, way, blocks],
  )
}
