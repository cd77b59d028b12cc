import { CircleCheck, CircleDashed, CircleSlash, CircleX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import { cx } from './cx'
import { Spinner } from './spinner'

export type Tone = 'ok' | 'changing' | 'warning' | 'error' | 'off' | 'neutral'

const icons = {
  ok: CircleCheck,
  warning: TriangleAlert,
  error: CircleX,
  off: CircleSlash,
  neutral: CircleDashed,
}

const colours: Record<Tone, string> = {
  ok: 'text-ok',
  changing: 'text-muted',
  warning: 'text-warning',
  error: 'text-error',
  off: 'text-muted',
  neutral: 'text-muted',
}

interface StatusProps {
  tone: Tone
  children: ReactNode
}

/** A state as an icon and a word; the colour only repeats what they say. */
export function Status({ tone, children }: StatusProps) {
  const Icon = tone === 'changing' ? undefined : icons[tone]
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', colours[tone])}>
      {Icon ? <Icon aria-hidden size={14} className="shrink-0" /> : <Spinner />}
      {/* The word, not the icon, lines up with the words of the row. */}
      <span className="self-baseline">{children}</span>
    </span>
  )
}

const frames: Record<Tone, string> = {
  ok: 'border-ok text-ok',
  changing: 'border-control text-muted',
  warning: 'border-warning text-warning',
  error: 'border-error text-error',
  off: 'border-control text-muted',
  neutral: 'border-control text-muted',
}

/** A short word in a frame: a count of problems, a kind, a mark on a row. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center rounded-[3px] border px-1.5 text-hint font-medium whitespace-nowrap',
        frames[tone],
      )}
    >
      {children}
    </span>
  )
}
