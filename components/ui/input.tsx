import type { ComponentProps, ReactNode } from 'react'

import { cx } from './cx'

/** The frame all text-like controls share, so that they line up and fail alike. */
export const controlClass = (invalid?: boolean) =>
  cx(
    'motion w-full min-w-0 rounded-control border bg-surface px-2.5 text-body text-ink transition-colors outline-offset-0 disabled:bg-sunken disabled:text-muted',
    invalid
      ? 'border-error outline-error ring-1 ring-error'
      : 'border-control hover:border-brand focus-visible:border-brand',
  )

export interface InputProps extends ComponentProps<'input'> {
  invalid?: boolean
  /** Ids, addresses and numbers are typed in the monospace face. */
  mono?: boolean
  /** Inside the frame at the right: a unit, another notation, a button. */
  end?: ReactNode
}

export function Input({ invalid, mono, end, className, type = 'text', ...rest }: InputProps) {
  const input = (
    <input
      spellCheck={false}
      autoComplete="off"
      {...rest}
      type={type}
      aria-invalid={invalid || undefined}
      className={cx(
        'text-ellipsis',
        controlClass(invalid),
        'h-8',
        mono && 'mono',
        end !== undefined && 'pr-24',
        className,
      )}
    />
  )
  if (end === undefined) return input
  return (
    <div className="relative min-w-0 flex-1">
      {input}
      <div className="absolute inset-y-0 right-2.5 flex items-center text-hint text-muted">
        {end}
      </div>
    </div>
  )
}

interface TextAreaProps extends ComponentProps<'textarea'> {
  invalid?: boolean
  mono?: boolean
}

export function TextArea({ invalid, mono, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      spellCheck={false}
      {...rest}
      aria-invalid={invalid || undefined}
      className={cx(controlClass(invalid), 'min-h-16 py-1.5', mono && 'mono', className)}
    />
  )
}
