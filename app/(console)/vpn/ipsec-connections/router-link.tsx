'use client'
import { TextLink } from '@/components/ui/text-link'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'

interface RouterLinkProps {
  connection: IpsecConnection
  /** Another account's CEN instance has no page here. */
  own: boolean
}

/** The transit router a connection is attached to. */
export function RouterLink({ connection, own }: RouterLinkProps) {
  const { attachInstanceId, transitRouterId, transitRouterName } = connection
  if (!transitRouterId) return '-'
  const name = <bdi>{transitRouterName || transitRouterId}</bdi>
  if (!own) return name
  return <TextLink href={routes.transitRouter(attachInstanceId, transitRouterId)}>{name}</TextLink>
}
