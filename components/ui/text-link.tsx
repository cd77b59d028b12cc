import Link from 'next/link'
import type { ComponentProps } from 'react'

import { type ButtonVariant, buttonClass } from './button'
import { cx } from './cx'

interface TextLinkProps extends ComponentProps<typeof Link> {
  /** Ids and addresses are links in the monospace face. */
  mono?: boolean
}

export function TextLink({ mono, className, ...rest }: TextLinkProps) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={cx(
        'rounded-control text-brand hover:text-brand-hover hover:underline',
        mono && 'mono',
        className,
      )}
    />
  )
}

export interface ButtonLinkProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ variant, className, ...rest }: ButtonLinkProps) {
  return <Link prefetch={false} {...rest} className={cx(buttonClass(variant), className)} />
}
