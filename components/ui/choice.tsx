import type { ComponentProps, ReactNode } from 'react'

import { cx } from './cx'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  children?: ReactNode
}

/** A checkbox with its words; the words are part of the target. */
export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx('inline-flex min-h-6 items-center gap-2', className)}>
      <input {...rest} type="checkbox" className="size-4 shrink-0 accent-brand" />
      {children}
    </label>
  )
}

/** On or off at once. Needs an accessible name from its caller. */
export function Switch({ className, ...rest }: Omit<ComponentProps<'input'>, 'type' | 'role'>) {
  return (
    <input
      {...rest}
      type="checkbox"
      // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native checkbox tells its own state
      role="switch"
      className={cx(
        'motion relative h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full bg-faint transition-colors',
        'before:motion before:absolute before:top-0.5 before:left-0.5 before:size-4 before:rounded-full before:bg-white before:transition-transform',
        'checked:bg-brand checked:before:translate-x-4 disabled:opacity-55',
        className,
      )}
    />
  )
}
