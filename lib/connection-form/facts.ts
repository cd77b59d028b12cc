import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import type { IpsecConnection, Tunnel } from '@/lib/ipsec-connections/schema'
import type { TransitRouter } from '@/lib/transit-routers/schema'

/**
 * What the cloud knows that the rules compare the form with. Whatever is left out is not known (yet): the
 * rules that need it stay silent, and the cloud itself has the last word.
 */
export interface AttachFacts {
  /** Account that the console acts for. */
  accountId?: string
  /** Regions where an IPsec connection can be attached to a transit router. */
  supportedRegions?: readonly string[]
  router?: Pick<
    TransitRouter,
    'transitRouterId' | 'transitRouterName' | 'regionId' | 'status' | 'type'
  > & { cidrBlocks: readonly string[] }
  /** VPN attachments on the router now. */
  vpnAttachments?: number
  /** Destinations in the router's route tables. */
  routerPrefixes?: readonly string[]
  /** Customer gateways of the region. */
  customerGateways?: readonly Pick<
    CustomerGateway,
    'customerGatewayId' | 'name' | 'ipAddress' | 'asn'
  >[]
  /** IPsec connections of the region, attached or not, of the account. */
  connections?: readonly KnownConnection[]
  /** Connections of another account that this CEN instance may attach. */
  granted?: readonly { vpnId: string; vpnOwnerId: string }[]
}

/** As much of an IPsec connection as the rules ask for. */
export interface KnownConnection extends Pick<
  IpsecConnection,
  'vpnConnectionId' | 'name' | 'attachType' | 'transitRouterId'
> {
  tunnels: readonly Pick<Tunnel, 'bgp'>[]
}

/** As much of a connection as the rules ask for, so that a page carries no more. */
export const toKnown = ({
  vpnConnectionId,
  name,
  attachType,
  transitRouterId,
  tunnels,
}: IpsecConnection): KnownConnection => ({
  vpnConnectionId,
  name,
  attachType,
  transitRouterId,
  tunnels: tunnels.map(({ bgp }) => (bgp ? { bgp } : {})),
})

/** Guide, Limits: VPN attachments per transit router, unless the quota was raised. */
export const VPN_ATTACHMENT_QUOTA = 50

/** The customer gateway of the given id, when it is known. */
export const gatewayOf = (facts: AttachFacts, customerGatewayId: string) =>
  facts.customerGateways?.find((gateway) => gateway.customerGatewayId === customerGatewayId)

/** A name for the reader: the name, or the id where there is none. */
export const nameOf = (name: string, id: string): string => name || id
