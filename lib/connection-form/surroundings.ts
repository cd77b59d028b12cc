import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import type { Grant } from '@/lib/grants/schema'
import type { Packed } from '@/lib/i18n/message'
import type { Bgp, IpsecConnection } from '@/lib/ipsec-connections/schema'
import { type Cidr, parseCidr } from '@/lib/net/cidr'
import type { Region, Zone } from '@/lib/regions/schema'
import type { TransitRouter } from '@/lib/transit-routers/schema'

/**
 * What is known of the cloud around a connection: what the form offers, and what its rules compare it with. A
 * list that is left out could not be read, was not asked for or is on its way: what depends on it is not offered,
 * the rules that need it say nothing, and the cloud itself has the last word. It holds what the form shows and
 * names, never all that the account has.
 */
export interface Surroundings {
  /** The region of the connection. */
  regionId: string
  /** In the reader's language. */
  regionName: string
  regions?: readonly Region[]
  /** Of the region: the first of them, and those that the form has met. */
  customerGateways?: readonly KnownGateway[]
  /** The region has more of them: the others are searched for. */
  moreGateways?: boolean
  /** What the form names and the region does not have: ids that were asked for. */
  gone?: readonly string[]
  /** Connections that the form has met, as one that is to be attached. */
  connections?: readonly KnownConnection[]
  /** The tunnel blocks that connections of the region have, but for the one that the form changes. */
  blocks?: readonly BlockInUse[]
  /** What the same connections say is behind them, but for everything. */
  networks?: readonly NetworkBehind[]
  /** What comes after the page is on its way: `blocks`, `networks`, and `grants` and `prefixes` of the router. */
  reading?: boolean
  /** The connection that the form changes; a new one without it. */
  edited?: string
  /** Only where the form attaches the connection. */
  router?: RouterSurroundings
  /** Reads that failed. */
  unread: readonly Unread[]
}

/** The transit router that the connection is attached to, and what is read because of it. */
export interface RouterSurroundings extends RouterChoice {
  cenId: string
  /** Empty names are common; then the id stands for it. */
  cenName?: string
  /** Account that the console acts for. */
  accountId: string
  /** The routers of the CEN instance, at most one a region. */
  choices: readonly RouterChoice[]
  zones?: readonly Zone[]
  /** What other accounts let this CEN instance attach in the region. */
  grants?: readonly Grant[]
  /** VPN attachments on the router now. */
  vpnAttachments?: number
  /** How they are called, those of the first hundred that have a name. */
  attachmentNames?: readonly string[]
  /** Name or id of the default route table. */
  defaultTable?: string
  /** Destinations in the default route table, the first of them. */
  prefixes?: readonly string[]
}

export interface RouterChoice extends Pick<
  TransitRouter,
  'transitRouterId' | 'transitRouterName' | 'regionId' | 'status' | 'type'
> {
  /** In the reader's language. */
  regionName: string
  cidrBlocks: readonly string[]
}

/** As much of a customer gateway as forms show. */
export type KnownGateway = Pick<
  CustomerGateway,
  'customerGatewayId' | 'name' | 'ipAddress' | 'asn'
> &
  Partial<Pick<CustomerGateway, 'tags'>>

/** As much of an IPsec connection as the rules ask for. */
export interface KnownConnection extends Pick<
  IpsecConnection,
  'vpnConnectionId' | 'name' | 'attachType' | 'transitRouterId'
> {
  tunnels: readonly { bgp?: Pick<Bgp, 'tunnelCidr'>; customerGatewayId?: string }[]
  state?: string
  remoteSubnet?: readonly string[]
}

/** A tunnel block, and the connection that has it. */
export interface BlockInUse extends Pick<
  IpsecConnection,
  'vpnConnectionId' | 'name' | 'transitRouterId'
> {
  tunnelCidr: string
}

/** A Peer CIDR Block, and the connection that it is behind. */
export interface NetworkBehind extends Pick<IpsecConnection, 'vpnConnectionId' | 'name'> {
  block: string
}

/** A read that failed, with what the cloud said. */
export interface Unread {
  what:
    | 'regions'
    | 'zones'
    | 'customerGateways'
    | 'connections'
    | 'grants'
    | 'attachments'
    | 'tables'
  code: string
  message: Packed
  requestId?: string
}

/** The customer gateway of the given id, when it is known. */
export const gatewayOf = (
  { customerGateways }: Surroundings,
  customerGatewayId: string,
): KnownGateway | undefined =>
  customerGateways?.find((gateway) => gateway.customerGatewayId === customerGatewayId)

/** The CIDR blocks of the router, where there is one. */
export const routerBlocks = ({ router }: Surroundings): Cidr[] =>
  (router?.cidrBlocks ?? []).flatMap((text) => {
    const block = parseCidr(text)
    return block.ok ? [block.value] : []
  })

/** What to call a thing: its name, or its id where it has none. */
export const nameOf = (name: string, id: string): string => name || id
