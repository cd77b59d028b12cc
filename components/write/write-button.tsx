'use client'
import { Button, type ButtonProps } from '@/components/ui/button'
import { ButtonLink, type ButtonLinkProps } from '@/components/ui/text-link'
import type { LimitName } from '@/lib/people/limits'
import type { Permission } from '@/lib/people/permissions'

import { useRefusal } from './account-context'

/** A button for what a role has to allow: it is there for everybody, and says to the others why not and whom to ask. */
export function WriteButton({
  permission,
  beyond,
  reason,
  ...rest
}: ButtonProps & {
  permission: Permission
  /** The limits that it reaches beyond by itself. */
  beyond?: readonly LimitName[]
}) {
  return <Button {...rest} reason={useRefusal(permission, beyond) ?? reason} />
}

/** The same for a page on which something is made. */
export function WriteLink({ permission, ...rest }: ButtonLinkProps & { permission: Permission }) {
  const reason = useRefusal(permission)
  if (reason === undefined) return <ButtonLink {...rest} />
  return (
    <Button reason={reason} {...(rest.variant && { variant: rest.variant })}>
      {rest.children}
    </Button>
  )
}
