import type { Tag } from '@/lib/tags/schema'

// What may be chosen, in the order that the form offers it: guide, IKE Settings and IPsec Settings; Alibaba: CreateVpnAttachment.
// A connection that is read may have other values; they are shown as they come.
export const IKE_VERSIONS = ['ikev1', 'ikev2'] as const
export const IKE_MODES = ['main', 'aggressive'] as const
export const ENCRYPTION_ALGORITHMS = ['aes', 'aes192', 'aes256', 'des', '3des'] as const
export const AUTHENTICATION_ALGORITHMS = ['sha1', 'md5', 'sha256', 'sha384', 'sha512'] as const
export const IKE_GROUPS = ['group1', 'group2', 'group5', 'group14'] as const
export const IPSEC_GROUPS = ['disabled', ...IKE_GROUPS] as const
export const NETWORK_TYPES = ['public', 'private'] as const
/** Alibaba: CreateVpnAttachment, TunnelBandwidth: 1 and 3 Gbit/s for each tunnel; it cannot be changed. */
export const TUNNEL_BANDWIDTHS = ['Standard', 'Large'] as const
/** The API says it by the number of tunnels, and by the blocks of Flow Protection. */
export const TUNNEL_MODES = ['single', 'dual'] as const
export const ROUTING_MODES = ['destination', 'flow'] as const
/** Guide, Switch Route: Yes withdraws the routes that fail (`revoke_route`), No keeps them. */
export const HEALTH_CHECK_POLICIES = ['revoke_route', 'reserve_route'] as const

/** An IPsec connection (`vco-…`) with one or two tunnels. Never carries a pre-shared key. */
export interface IpsecConnection {
  vpnConnectionId: string
  regionId: string
  name: string
  /** `CEN`, `NO_ASSOCIATED` (free to attach) or `VPNGW`; others are shown as they come. */
  attachType: string
  /** The CEN instance when `attachType` is `CEN`. */
  attachInstanceId: string
  transitRouterId: string
  transitRouterName: string
  /** The binding: `init`, `active`, `attaching`, `attached`, `updating`, …; others are shown as they come. */
  state: string
  /** The negotiation: `ike_sa_not_established` … `ipsec_sa_established`. */
  status: string
  /** `public` or `private`. */
  networkType: string
  localSubnet: string[]
  remoteSubnet: string[]
  effectImmediately: boolean
  enableBgp: boolean
  crossAccountAuthorized: boolean
  tunnelBandwidth: string
  resourceGroupId: string
  createTime: string
  tags: Tag[]
  /** One, or two for a dual-tunnel connection. */
  tunnels: Tunnel[]
  /** Single-tunnel connections only. */
  healthCheck?: HealthCheck
}

export interface Tunnel {
  /** Dual-tunnel only. */
  tunnelId?: string
  /** 1 or 2. */
  tunnelIndex: number
  role?: string
  state?: string
  status: string
  /** The gateway address at Alibaba; empty until the connection is attached. */
  internetIp: string
  zoneNo?: string
  customerGatewayId: string
  ike: Ike
  ipsec: Ipsec
  enableDpd: boolean
  enableNatTraversal: boolean
  bgp?: Bgp
}

export interface Ike {
  ikeVersion: string
  ikeMode: string
  ikeEncAlg: string
  ikeAuthAlg: string
  ikePfs: string
  /** Seconds. */
  ikeLifetime: number
  localId: string
  remoteId: string
}

export interface Ipsec {
  ipsecEncAlg: string
  ipsecAuthAlg: string
  ipsecPfs: string
  /** Seconds. */
  ipsecLifetime: number
}

export interface Bgp {
  localAsn: number
  localBgpIp: string
  tunnelCidr: string
  peerAsn?: number
  peerBgpIp?: string
  /** `success` or `failed`; others are shown as they come. */
  status?: string
}

export interface HealthCheck {
  enable: boolean
  dip: string
  sip: string
  /** Seconds. */
  interval: number
  retry: number
  /** One of `HEALTH_CHECK_POLICIES`. */
  policy: string
  /** `success` or `failed`; others are shown as they come. */
  status?: string
}

/** The key of one tunnel; only the one audited reveal gives it. */
export interface PreSharedKey {
  /** 1 or 2. */
  tunnelIndex: number
  psk: string
}

export interface NewTunnel {
  customerGatewayId: string
  /** Left out: the cloud generates one. */
  psk?: string
  /** Empty `localId` or `remoteId`: the cloud uses the gateway addresses. */
  ike: Ike
  ipsec: Ipsec
  enableDpd: boolean
  enableNatTraversal: boolean
  bgp?: Pick<Bgp, 'localAsn' | 'localBgpIp' | 'tunnelCidr'>
}

/** The settings of a connection, as created. One tunnel or two decides the form of the call. */
export interface IpsecConnectionSettings {
  regionId: string
  name: string
  networkType: (typeof NETWORK_TYPES)[number]
  /** Both `['0.0.0.0/0']`: destination routing. */
  localSubnet: string[]
  remoteSubnet: string[]
  effectImmediately: boolean
  autoConfigRoute: boolean
  enableBgp: boolean
  tunnels: readonly [NewTunnel] | readonly [NewTunnel, NewTunnel]
  /** Single-tunnel only. */
  healthCheck?: Omit<HealthCheck, 'status'>
}

export interface NewIpsecConnection extends IpsecConnectionSettings {
  tunnelBandwidth: (typeof TUNNEL_BANDWIDTHS)[number]
  tags: Tag[]
  resourceGroupId?: string
}

/** What a change sets: only what differs. Tunnels of a dual-tunnel connection are named by their ids. */
export interface IpsecConnectionChange {
  name?: string
  localSubnet?: string
  remoteSubnet?: string
  effectImmediately?: boolean
  enableBgp?: boolean
  /** One without an id of a single-tunnel connection, else those that change. */
  tunnels?: readonly TunnelChange[]
  healthCheck?: Partial<Omit<HealthCheck, 'status'>>
}

export interface TunnelChange {
  /** Of a dual-tunnel connection. */
  tunnelId?: string
  customerGatewayId?: string
  /** Left out: the key stays. */
  psk?: string
  ike?: Partial<Ike>
  ipsec?: Partial<Ipsec>
  enableDpd?: boolean
  enableNatTraversal?: boolean
  bgp?: Partial<NonNullable<NewTunnel['bgp']>>
}

/** A route of the connection's own table, written by a person or learned by BGP. */
export interface VcoRouteEntry {
  vpnConnectionId: string
  routeDest: string
  nextHop: string
  weight: number
  /** `custom` or `bgp`. */
  routeEntryType: string
  state: string
  source: string
  asPath: string
  community: string
  nextHopTunnelIdList: string[]
  createTime: string
}

// Alibaba: DescribeVcoRouteEntries, Source: `CLOUD` are the routes the connection tells its peer.
/** The route was told to the peer by the cloud. */
export const isTold = ({ source }: VcoRouteEntry): boolean => source === 'CLOUD'

/** The route was learned from the peer by BGP. */
export const isLearned = (route: VcoRouteEntry): boolean =>
  route.routeEntryType === 'bgp' && !isTold(route)

export interface NewVcoRouteEntry {
  regionId: string
  vpnConnectionId: string
  routeDest: string
  weight: 0 | 100
  description: string
}

/** Why the last negotiation failed, per connection or per tunnel. */
export interface Diagnosis {
  vpnConnectionId: string
  tunnelId: string
  /** `Critical`, `Warn`, `Normal`. */
  severity: string
  failedReason: string
  failedReasonCode: string
  failedTime: string
  mismatchLocalParam: string
  mismatchRemoteParam: string
  sourceLog: string
}

export interface VpnLogs {
  logs: string[]
  /** False: the cloud says that the period holds more lines than it gives. */
  isCompleted: boolean
  /** There may be more lines: which thousand comes next. */
  next?: number
}
