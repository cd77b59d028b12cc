// What the VPC product keeps of IPsec-VPN. Fields that appear on the wire keep their wire name; numbers and booleans are
// real ones here, and each operation renders the form its answer has.
import type { Tag } from './cen-records'

export interface CustomerGateway {
  readonly id: string
  readonly owner: number
  readonly RegionId: string
  readonly Name: string
  readonly Description: string
  readonly IpAddress: string
  /** 0 when none was given. */
  readonly Asn: number
  readonly AuthKey: string
  readonly ResourceGroupId: string
  readonly createdAt: number
  readonly tags: readonly Tag[]
}

export interface IkeConfig {
  readonly Psk: string
  readonly IkeVersion: string
  readonly IkeMode: string
  readonly IkeEncAlg: string
  readonly IkeAuthAlg: string
  readonly IkePfs: string
  readonly IkeLifetime: number
  /** Empty until set; the gateway address stands in for it. */
  readonly LocalId: string
  readonly RemoteId: string
}

export interface IpsecConfig {
  readonly IpsecEncAlg: string
  readonly IpsecAuthAlg: string
  readonly IpsecPfs: string
  readonly IpsecLifetime: number
}

export interface BgpConfig {
  readonly LocalAsn: number
  /** A /30 in 169.254.0.0/16, empty when BGP has no settings. */
  readonly TunnelCidr: string
  readonly LocalBgpIp: string
}

interface HealthCheck {
  readonly Enable: boolean
  readonly Dip: string
  readonly Sip: string
  readonly Interval: number
  readonly Retry: number
  readonly Policy: string
  /** success or failed; meaningful while enabled and attached. */
  readonly Status: string
}

/** A prefix that the peer announces over BGP. It counts only while the session is up. */
export interface LearnedRoute {
  readonly cidr: string
  readonly asPath: readonly string[]
  readonly communities: readonly string[]
}

/** What is wrong at the other end: silent, other algorithms in phase 1 or 2, another key, gone after it was up, another identity, other blocks, another PFS group. */
export const troubles = [
  'silent',
  'ike-proposal',
  'ipsec-proposal',
  'psk',
  'dpd',
  'peer-id',
  'selectors',
  'pfs',
] as const
export type Trouble = (typeof troubles)[number]

/** One tunnel. A single-tunnel connection has one too, without id and index on the wire. */
export interface Tunnel {
  /** `tun-…`; empty for a single-tunnel connection. */
  readonly TunnelId: string
  readonly TunnelIndex: number
  readonly Role: 'master' | 'slave'
  readonly CustomerGatewayId: string
  readonly EnableDpd: boolean
  readonly EnableNatTraversal: boolean
  readonly ike: IkeConfig
  readonly ipsec: IpsecConfig
  readonly bgp: BgpConfig
  readonly RemoteCaCertificate: string
  /** Gateway address and zone: empty until the connection is attached. */
  readonly InternetIp: string
  readonly ZoneNo: string
  /** active, updating, deleting. */
  readonly State: string
  /** Negotiation: ike_sa_not_established, ike_sa_established, ipsec_sa_not_established, ipsec_sa_established. */
  readonly Status: string
  /** Why it is down; without it a tunnel that is down waits for a peer that does not answer. */
  readonly trouble?: Trouble | undefined
  /** success or failed. */
  readonly BgpStatus: string
  readonly learned: readonly LearnedRoute[]
}

type Own<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** The device behind a customer gateway. What is absent agrees with whatever the cloud is set to. */
export interface Device {
  /** The customer gateway's. */
  readonly id: string
  readonly answers: boolean
  readonly psk?: string | undefined
  readonly ike?: Own<Pick<IkeConfig, 'IkeEncAlg' | 'IkeAuthAlg' | 'IkePfs'>> | undefined
  readonly ipsec?: Own<Omit<IpsecConfig, 'IpsecLifetime'>> | undefined
  /** The identity it gives. */
  readonly ownId?: string | undefined
  /** The blocks it protects, as it sees them: its own, and the cloud's. Separated by commas. */
  readonly localSubnet?: string | undefined
  readonly remoteSubnet?: string | undefined
  readonly asn?: number | undefined
  /** What it announces while the BGP session is up. */
  readonly learned: readonly LearnedRoute[]
}

/** How a tunnel has been until something changed it: for its log. Without the keys. */
export interface TunnelPhase {
  readonly from: number
  readonly to: number
  readonly connection: Pick<VpnConnection, 'dual' | 'EnableBgp' | 'LocalSubnet' | 'RemoteSubnet'>
  readonly tunnel: Tunnel
  readonly device?: Device | undefined
  /** What the log says at its end. */
  readonly end: readonly string[]
}

/** What a tunnel has been through since its connection was attached. Its id is `<vco>/<index>`. */
export interface TunnelHistory {
  readonly id: string
  /** Grows with each change: what was scheduled before it is void. */
  readonly run: number
  /** Oldest first; the present follows the last one. */
  readonly past: readonly TunnelPhase[]
  /** What a device that nothing is known of, but that a tunnel was up with, brings back. */
  readonly resume?: Pick<Tunnel, 'Status' | 'BgpStatus'> | undefined
  /** The health check succeeded before the tunnel went down. */
  readonly wasHealthy: boolean
}

/** An IPsec connection, `vco-…`. */
export interface VpnConnection {
  readonly id: string
  readonly owner: number
  readonly RegionId: string
  readonly Name: string
  readonly NetworkType: 'public' | 'private'
  readonly LocalSubnet: string
  readonly RemoteSubnet: string
  readonly EffectImmediately: boolean
  readonly AutoConfigRoute: boolean
  readonly EnableBgp: boolean
  readonly TunnelBandwidth: string
  readonly ResourceGroupId: string
  readonly RemoteCaCert: string
  /** Binding: init, active, attaching, attached, detaching, updating … */
  readonly State: string
  readonly dual: boolean
  /** One, or two when `dual`. */
  readonly tunnels: readonly Tunnel[]
  /** Single-tunnel only. */
  readonly health: HealthCheck
  readonly createdAt: number
  readonly tags: readonly Tag[]
  /** While a change is under way: the connection as it was before. */
  readonly before?: VpnConnection | undefined
}

/** A destination route of a connection (CreateVcoRouteEntry, or made for flow protection). */
export interface VcoRoute {
  readonly id: string
  readonly VpnConnectionId: string
  readonly RouteDest: string
  readonly NextHop: string
  readonly Weight: number
  readonly OverlayMode: string
  readonly Description: string
  /** published once the router knows it. */
  readonly State: string
  /** Made by the service because AutoConfigRoute is on. */
  readonly automatic: boolean
  readonly createdAt: number
}
