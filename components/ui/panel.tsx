import type { ReactNode } from 'react'

import { cx } from './cx'

interface PanelProps {
  title?: ReactNode
  actions?: ReactNode
  className?: string
  /** What it shows is still being read. */
  isBusy?: boolean
  children: ReactNode
}

/** A framed box with an optional heading: a card of a page, a note of the side column. */
export function Panel({ title, actions, className, isBusy, children }: PanelProps) {
  return (
    <section className={cx('rounded-card border border-line p-4', className)} aria-busy={isBusy}>
      {(title || actions) && (
        <header className="mb-3 flex items-center justify-between gap-3">
          <h2 className="text-section font-semibold">{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}
