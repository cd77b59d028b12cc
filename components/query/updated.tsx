'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'

const SECOND = 1000

let now = 0
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

/** One clock for all who show an age. */
function subscribe(listener: () => void) {
  listeners.add(listener)
  now = Date.now()
  ticking ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, SECOND)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

interface UpdatedProps {
  query: Pick<UseQueryResult, 'dataUpdatedAt' | 'isFetching' | 'refetch'>
}

/** How old the data of a page is, and a button to read it again. */
export function Updated({ query }: UpdatedProps) {
  const t = useTranslations('ui')
  // The server has no age to show: its clock is not the reader's.
  const time = useSyncExternalStore(
    subscribe,
    () => now,
    () => 0,
  )
  const seconds = Math.max(0, Math.round((time - query.dataUpdatedAt) / SECOND))
  return (
    <span className="inline-flex items-center gap-1 text-label text-faint">
      {/* It has its place from the start: what stands beside it does not move when it is known. */}
      <span
        className={cx('min-w-28 text-right', !(time > 0 && query.dataUpdatedAt > 0) && 'invisible')}
      >
        {seconds < 60 || time === 0
          ? t('updated.seconds', { seconds: time === 0 ? 0 : seconds })
          : t('updated.minutes', { minutes: Math.floor(seconds / 60) })}
      </span>
      <IconButton
        icon={RefreshCw}
        label={t('updated.refresh')}
        aria-busy={time > 0 && query.isFetching}
        onClick={() => void query.refetch()}
      />
    </span>
  )
}
