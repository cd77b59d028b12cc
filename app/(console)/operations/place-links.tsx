import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import type { Place } from '@/lib/operations/schema'

/** The id of the attachment an operation works on, with its page where that can be told. */
export function AttachmentId({ cenId, transitRouterId, transitRouterAttachmentId: id }: Place) {
  if (!id) return undefined
  if (!cenId || !transitRouterId) return <bdi className="mono">{id}</bdi>
  return (
    <TextLink mono href={routes.attachment(cenId, transitRouterId, id)}>
      {id}
    </TextLink>
  )
}

/** The id of the IPsec connection an operation works on, as a link. */
export function ConnectionId({ regionId, vpnConnectionId: id }: Place) {
  if (!id) return undefined
  return (
    <TextLink mono href={routes.ipsecConnection(regionId, id)}>
      {id}
    </TextLink>
  )
}
