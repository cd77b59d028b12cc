'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'

import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'

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
              {t(end)}
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

/** Seconds since 1970; NaN, which is no less than anything, while a moment is not whole. */
const secondOf = (local: string): number => Math.floor(new Date(local).getTime() / 1000)
