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
  size?: number
}

export function IconButton({ icon: Icon, label, size = 16, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Press
        {...rest}
        aria-label={label}
        className={cx(
          'motion inline-flex size-7 items-center justify-center rounded-control text-muted transition-colors hover:bg-band hover:text-brand disabled:opacity-50',
          className,
        )}
      >
        <Icon aria-hidden size={size} />
      </Press>
    </Tooltip>
  )
}
