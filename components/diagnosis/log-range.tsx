'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useZone } from '@/components/ui/time'
import { UTC } from '@/lib/i18n/time'

/** Which lines: those of the last minutes, or those between two moments (seconds since 1970). */
export type LogRange = { minutePeriod: string } | { from: string; to: string }

const CHOICES = ['1', '10', 'span'] as const

interface LogRangeChoiceProps {
  range: LogRange
  onRange: (range: LogRange) => void
}

/** Chooses the time of the lines. A span that is not whole, or upside down, changes nothing and says so. */
export function LogRangeChoice({ range, onRange }: LogRangeChoiceProps) {
  const t = useTranslations('diagnosis.log')
  const id = useId()
  const zone = useZone()
  const offset = zone === UTC ? UTC : t('local')
  const secondOf = (typed: string) => secondAt(typed, zone)
  const [isSpan, setIsSpan] = useState(false)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const isUpsideDown = from !== '' && to !== '' && secondOf(from) > secondOf(to)
  const change = (nextFrom: string, nextTo: string) => {
    setFrom(nextFrom)
    setTo(nextTo)
    const [first, last] = [secondOf(nextFrom), secondOf(nextTo)]
    if (first <= last) onRange({ from: String(first), to: String(last) })
  }
  return (
    <>
      <div className="w-44">
        <span id={`${id}-label`} className="mb-0.5 block text-hint text-muted">
          {t('range')}
        </span>
        <Select
          id={id}
          labelledBy={`${id}-label`}
          value={isSpan ? 'span' : 'minutePeriod' in range ? range.minutePeriod : 'span'}
          options={CHOICES.map((value) => ({ value, label: t(`ranges.${value}`) }))}
          onChange={(next) => {
            setIsSpan(next === 'span')
            if (next === 'span') change(from, to)
            else onRange({ minutePeriod: next })
          }}
        />
      </div>
      {isSpan &&
        (['from', 'to'] as const).map((end) => (
          <div key={end} className="w-52">
            <label htmlFor={`${id}-${end}`} className="mb-0.5 block text-hint text-muted">
              {t(end, { offset })}
            </label>
            <Input
              id={`${id}-${end}`}
              type="datetime-local"
              step={1}
              value={end === 'from' ? from : to}
              invalid={isUpsideDown}
              aria-describedby={isUpsideDown ? `${id}-text` : undefined}
              onChange={({ target: { value } }) =>
                end === 'from' ? change(value, to) : change(from, value)
              }
            />
          </div>
        ))}
      {isUpsideDown && (
        <p id={`${id}-text`} className="text-hint text-error">
          {t('upsideDown')}
        </p>
      )}
    </>
  )
}

/**
 * A moment that was typed by the clock that the reader has chosen, which is UTC or that of this machine, in seconds
 * since 1970; NaN, which is no less than anything, while it is not whole.
 */
const secondAt = (typed: string, zone: string): number =>
  Math.floor(new Date(zone === UTC ? `${typed}Z` : typed).getTime() / 1000)
