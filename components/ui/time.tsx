'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { useCallback } from 'react'

import { type Precision, printTime, UTC } from '@/lib/i18n/time'

import { useClock } from './clock'
import { cx } from './cx'
import { useDuration } from './duration'

/** The time zone that the reader has chosen. */
export const useZone = (): string => useTimeZone() ?? UTC

/** Writes a moment (ISO 8601, or milliseconds) by the clock that the reader has chosen, where only a text can stand. */
export function usePrintTime(): (moment: string | number, precision?: Precision) => string {
  const zone = useZone()
  return useCallback((moment, precision = 'minute') => printTime(moment, zone, precision), [zone])
}

/** How long ago a moment was, or how soon it will be. */
export function useAge(moment: number): string {
  const t = useTranslations('ui.time')
  const print = useDuration()
  return useClock((now) => {
    const seconds = (now - moment) / 1000
    // The clocks of two machines differ by seconds.
    return seconds < -60
      ? t('in', { length: print(-seconds, 1) })
      : t('ago', { length: print(seconds, 1) })
  })
}

interface TimeProps {
  /** ISO 8601; empty when there is none. */
  at: string | undefined
  precision?: Precision
  /** How long ago it was stands below it: in a table it moves nothing. */
  stacked?: boolean
}

/** A moment by the clock that the reader has chosen, and how long ago it was. */
export function Time({ at, ...shown }: TimeProps) {
  return at ? <Moment at={at} {...shown} /> : '-'
}

function Moment({ at, precision, stacked = false }: TimeProps & { at: string }) {
  const print = usePrintTime()
  const age = useAge(Date.parse(at))
  const [day, ...clock] = print(at, precision).split(' ')
  // The longest takes two lines on all but wide screens: by the screen, not by the room that other columns leave.
  const isLongest = stacked && precision === 'millisecond'
  return (
    <time
      dateTime={at}
      className={cx(stacked && (isLongest ? '2xl:whitespace-nowrap' : 'whitespace-nowrap'))}
    >
      <span className={cx('whitespace-nowrap', isLongest && 'block 2xl:inline')}>{day}</span>{' '}
      <span className="whitespace-nowrap">{clock.join(' ')}</span>
      <span
        className={cx(
          'whitespace-nowrap text-muted',
          stacked ? 'block text-hint' : "before:mx-1.5 before:content-['·']",
        )}
      >
        {age}
      </span>
    </time>
  )
}
