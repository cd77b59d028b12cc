'use client'
import { useFormatter, useTranslations } from 'next-intl'

import { Spinner } from '@/components/ui/spinner'

import type { AllRegions } from './use-all-regions'

/** More names than this say less than their number. */
const NAMED = 3

/** How far the reading of all regions is, and which of them are slow. */
export function ReadingRegions({ waiting, count }: Pick<AllRegions<unknown>, 'waiting' | 'count'>) {
  const t = useTranslations('shell')
  const format = useFormatter()
  if (count === 0) return null
  return (
    <output className="inline-flex items-center gap-1.5 text-label text-muted">
      {waiting.length > 0 && <Spinner />}
      {waiting.length === 0 || waiting.length > NAMED
        ? t('regionsRead', { read: count - waiting.length, all: count })
        : t('waitingFor', { regions: format.list(waiting) })}
    </output>
  )
}
