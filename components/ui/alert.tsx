import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import { cx } from './cx'

export type AlertTone = 'info' | 'ok' | 'warning' | 'error'

const looks: Record<AlertTone, { icon: typeof Info; box: string; ink: string }> = {
  info: { icon: Info, box: 'border-brand bg-brand-soft', ink: 'text-brand' },
  ok: { icon: CircleCheck, box: 'border-ok bg-ok-soft', ink: 'text-ok' },
  warning: { icon: TriangleAlert, box: 'border-warning bg-warning-soft', ink: 'text-warning' },
  error: { icon: CircleX, box: 'border-error bg-error-soft', ink: 'text-error' },
}

interface AlertProps {
  tone?: AlertTone
  title?: ReactNode
  children?: ReactNode
  /** Buttons or links that mend what the alert says. */
  actions?: ReactNode
}

/** Something the reader should know before going on. An error is announced at once. */
export function Alert({ tone = 'info', title, children, actions }: AlertProps) {
  const { icon: Icon, box, ink } = looks[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'note'}
      className={cx('flex gap-2.5 rounded-card border px-3.5 py-2.5', box)}
    >
      <Icon aria-hidden size={16} className={cx('mt-0.5 shrink-0', ink)} />
      <div className="min-w-0 flex-1 text-label">
        {title && <span className={cx('mr-1.5 font-semibold', ink)}>{title}</span>}
        {children}
      </div>
      {actions && <div className="flex shrink-0 items-start gap-3">{actions}</div>}
    </div>
  )
}
