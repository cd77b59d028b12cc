import type { ReactNode } from 'react'

import type { Tone } from '@/lib/states/tone'

import { cx } from './cx'

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
