import { CircleCheck, CircleDashed, CircleSlash, CircleX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import type { Tone } from '@/lib/states/tone'

import { cx } from './cx'
import { Spinner } from './spinner'

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
