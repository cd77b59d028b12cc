'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

import { splitDuration } from '@/lib/i18n/time'

import { useClock } from './clock'

/** Writes a length of time (seconds) in its two largest units, `1 h 4 min`, or in as many as are asked for. */
export function useDuration(): (seconds: number, units?: number) => string {
  const t = useTranslations('ui.duration')
  return useCallback(
    (seconds, units = 2) =>
      splitDuration(seconds, units)
        .map(({ unit, count }) => t(unit, { count }))
        .join(' '),
    [t],
  )
}

interface DurationProps {
  /** ISO 8601. */
  from: string
  /** Counts on while there is no end. */
  to?: string | undefined
}

/** The time from one moment to another. */
export function Duration({ from, to }: DurationProps) {
  const print = useDuration()
  const length = useClock((now) => print(((to ? Date.parse(to) : now) - Date.parse(from)) / 1000))
  return <span className="whitespace-nowrap text-muted">{length}</span>
}
