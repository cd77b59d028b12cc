'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef } from 'react'

import { cx } from '@/components/ui/cx'
import type { LogLine } from '@/lib/diagnosis/log-line'

/** Pixels of a line, and of what explains it. */
const LINE = 22

const INK = { error: 'text-error', warning: 'text-warning', info: '' } as const

interface LogLinesProps {
  label: string
  lines: readonly LogLine[]
  /** Explain what is no failure, too. */
  explains: boolean
  /** Stay at the end. */
  follows: boolean
  nothing: string
}

/** Lines of a log; only those in view are drawn, so that any number of them stays fluid. */
export function LogLines({ label, lines, explains, follows, nothing }: LogLinesProps) {
  const t = useTranslations('diagnosis')
  const scroller = useRef<HTMLDivElement>(null)
  const isExplained = (index: number): boolean => {
    const line = lines[index]
    return line?.pattern !== undefined && (explains || line.level !== 'info')
  }
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isExplained(index) ? 2 * LINE : LINE),
    overscan: 20,
  })
  useEffect(() => virtualizer.measure(), [virtualizer, lines, explains])
  useEffect(() => {
    if (follows && lines.length > 0) virtualizer.scrollToIndex(lines.length - 1)
  }, [virtualizer, follows, lines.length])
  // The browser's own way there is long, and ends where it is when the lines change meanwhile.
  const jump = (event: KeyboardEvent) => {
    const index = { Home: 0, End: lines.length - 1 }[event.key]
    if (index === undefined) return
    event.preventDefault()
    virtualizer.scrollToIndex(index)
  }
  if (lines.length === 0) return <p className="text-label text-muted">{nothing}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what scrolls can be reached by keys
    <div
      ref={scroller}
      role="log"
      aria-label={label}
      aria-live="off"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      onKeyDown={jump}
      className="h-96 overflow-auto rounded-card border border-line bg-sunken"
    >
      <div className="relative w-max min-w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <div
              key={index}
              className={cx('absolute top-0 left-0 px-3 whitespace-pre', INK[line.level])}
              style={{ transform: `translateY(${start}px)` }}
            >
              <div className="flex gap-3 mono" style={{ lineHeight: `${LINE}px` }}>
                <span className="w-16 shrink-0 text-faint">
                  {line.phase && t(`phases.${line.phase}`)}
                </span>
                <bdi>{line.text}</bdi>
              </div>
              {isExplained(index) && line.pattern && (
                <div className="pl-19 text-hint text-muted" style={{ lineHeight: `${LINE}px` }}>
                  {t(`patterns.${line.pattern.id}`)}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
