'use client'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

import { cx } from './cx'
import { Press } from './press'
import { Tooltip } from './tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon
  /** Its accessible name and its tooltip. */
  label: string
  /** Why it does nothing now; it stays focusable, so that the reason can be read. */
  reason?: string | undefined
  size?: number
}

export function IconButton({
  icon: Icon,
  label,
  reason,
  size = 16,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={reason ?? label}>
      <Press
        {...rest}
        aria-label={label}
        aria-disabled={reason === undefined ? undefined : true}
        onClick={reason === undefined ? onClick : undefined}
        className={cx(
          'motion inline-flex items-center justify-center rounded-control text-muted transition-colors hover:bg-band hover:text-brand disabled:opacity-50 aria-disabled:opacity-50',
          // Beside a text it leaves the height of the line as it is.
          size < 16 ? '-my-0.5 size-6' : 'size-7',
          className,
        )}
      >
        <Icon aria-hidden size={size} />
      </Press>
    </Tooltip>
  )
}
