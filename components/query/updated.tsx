'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { useAge } from '@/components/ui/time'
import { useHydrated } from '@/components/ui/use-hydrated'

interface UpdatedProps {
  query: Pick<UseQueryResult, 'dataUpdatedAt' | 'isFetching' | 'refetch'>
}

/** How old the data of a page is, and a button to read it again. */
export function Updated({ query }: UpdatedProps) {
  const t = useTranslations('ui')
  // The server's page is there whole: nothing is being read of it.
  const here = useHydrated()
  const age = useAge(query.dataUpdatedAt)
  return (
    <span className="inline-flex items-center gap-1 text-label text-faint">
      {/* It has its place from the start: what stands beside it does not move when it is known. */}
      <span className={cx('min-w-28 text-right', query.dataUpdatedAt === 0 && 'invisible')}>
        {t('updated.age', { age })}
      </span>
      <IconButton
        icon={RefreshCw}
        label={t('updated.refresh')}
        aria-busy={here && query.isFetching}
        onClick={() => void query.refetch()}
      />
    </span>
  )
}
