import type { ComponentProps, MouseEvent } from 'react'

import { cx } from './cx'
import { Press } from './press'
import { Spinner } from './spinner'

export type ButtonVariant = 'primary' | 'normal' | 'danger' | 'link'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  /** The action runs: the button keeps its focus and does nothing. */
  pending?: boolean
  /** Why it does nothing now. The button stays focusable so that the reason can be read. */
  reason?: string | undefined
}

const classes: Record<ButtonVariant, string> = {
  primary:
    'h-8 px-4 rounded-control font-medium bg-brand text-on-brand not-aria-disabled:hover:bg-brand-hover',
  normal:
    'h-8 px-4 rounded-control font-medium border border-control bg-surface text-ink not-aria-disabled:hover:border-brand not-aria-disabled:hover:text-brand',
  danger:
    'h-8 px-4 rounded-control font-medium border border-error bg-surface text-error not-aria-disabled:hover:bg-error-soft',
  link: 'rounded-control text-label font-medium text-brand not-aria-disabled:hover:text-brand-hover not-aria-disabled:hover:underline',
}

/** The classes of a button, for a link that looks like one. */
export const buttonClass = (variant: ButtonVariant = 'normal') =>
  cx(
    'relative motion inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap transition-colors aria-disabled:opacity-55',
    classes[variant],
  )

export function Button({
  variant = 'normal',
  pending = false,
  reason,
  disabled = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const off = disabled || pending || reason !== undefined
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (off) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <Press
      {...rest}
      aria-disabled={off || undefined}
      title={reason ?? rest.title}
      onClick={press}
      className={cx(buttonClass(variant), className)}
    >
      {pending ? (
        <>
          {/* In the place of the words, which keep their room: nothing beside the button moves. */}
          <span className="absolute inset-0 flex items-center justify-center">
            <Spinner />
          </span>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
        </>
      ) : (
        children
      )}
    </Press>
  )
}
