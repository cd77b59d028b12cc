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

/** The ids of the IPsec connections an operation works on, as links. */
export function ConnectionIds({ regionId, vpnConnectionId, vpnConnectionIds = [] }: Place) {
  return [...(vpnConnectionId ? [vpnConnectionId] : []), ...vpnConnectionIds].map((id) => (
    <TextLink key={id} mono href={routes.ipsecConnection(regionId, id)}>
      {id}
    </TextLink>
  ))
}

/** The id of a customer gateway, as a link to where it is listed. */
export function GatewayId({ regionId, id }: Pick<Place, 'regionId'> & { id: string | undefined }) {
  if (!id) return undefined
  return (
    <TextLink mono href={routes.customerGateway(regionId, id)}>
      {id}
    </TextLink>
  )
}
