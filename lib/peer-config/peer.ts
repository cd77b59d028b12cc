import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import type {
  IpsecConnection,
  IpsecConnectionSettings,
  PreSharedKey,
} from '@/lib/ipsec-connections/schema'
import { otherHostOf30 } from '@/lib/net/cidr'
import { printIpv4, readIpv4 } from '@/lib/net/ipv4'

/** A connection as the device at the other end sees it: local is the device, remote is the cloud. */
export interface Peer {
  /** What comments call the connection: its name, its id or both. */
  title: string
  /** Those that end on the device at hand; the other one may end on another device. */
  tunnels: PeerTunnel[]
  /** How many tunnels the connection has. */
  tunnelCount: number
  /** The selectors of Flow Protection. Left out: destination routing, so 0.0.0.0/0 both ways. */
  flows?: { local: string[]; remote: string[] }
  healthCheck?: { source: string; destination: string }
  /** Apply Immediately is off: the cloud only answers. */
  mustInitiate: boolean
}

export interface PeerTunnel {
  number: 1 | 2
  /** The cloud's gateway address, or a placeholder: it does not exist before the connection is attached. */
  gateway: string
  /** The public address of the device, or a placeholder. */
  address: string
  ikeVersion: string
  aggressive: boolean
  ike: Phase
  ipsec: Phase
  localId: Identity
  remoteId: Identity
  /** The key, or a placeholder that `isPlaceholder` knows. */
  psk: string
  enableDpd: boolean
  enableNatTraversal: boolean
  bgp?: PeerBgp
}

/** What a phase agrees on, in the words of the API. */
export interface Phase {
  encryption: string
  authentication: string
  /** `group14`; in phase 2 `disabled` is without PFS. */
  group: string
  /** Seconds, as set in the cloud. */
  lifetime: number
}

/**
 * What an end calls itself, of the kind that the cloud takes it for: it reads identities as strongSwan does
 * (`identification_create_from_string`). `user` is user@domain; `other` is a key id, a distinguished name, an IPv6
 * address or a name with signs that most devices cannot be told.
 */
export interface Identity {
  kind: 'address' | 'name' | 'user' | 'other'
  value: string
}

interface PeerBgp {
  address: string
  neighbor: string
  asn: string
  neighborAsn: string
}

/** What is known of the ends of a tunnel apart from its settings. */
export interface TunnelEnds {
  gateway?: string | undefined
  customerGateway?: Pick<CustomerGateway, 'ipAddress' | 'asn'> | undefined
}

export type PeerSettings = Pick<
  IpsecConnectionSettings,
  'tunnels' | 'localSubnet' | 'remoteSubnet' | 'effectImmediately' | 'enableBgp' | 'healthCheck'
>

/** Where a value still has to be filled in. */
export const placeholder = (what: string): string => `<${what}>`

// By their names: a key may look like <abc>.
const PLACEHOLDERS =
  /^<((gateway|device|cloud-bgp|device-bgp)-address-[12]|pre-shared-key-[12]|(device|cloud)-asn|network-(behind-the-device|in-the-cloud)|health-check-(source|destination))>$/
export const isPlaceholder = (text: string): boolean => PLACEHOLDERS.test(text)

/** Turns a connection round. What is not known, or not read, becomes a placeholder. */
export function peerOf(title: string, settings: PeerSettings, ends: readonly TunnelEnds[]): Peer {
  const { tunnels, localSubnet, remoteSubnet, enableBgp, healthCheck } = settings
  const isFlow = ![...localSubnet, ...remoteSubnet].every((block) => block === '0.0.0.0/0')
  return {
    title,
    tunnelCount: tunnels.length,
    mustInitiate: !settings.effectImmediately,
    ...(isFlow && { flows: { local: remoteSubnet, remote: localSubnet } }),
    ...(healthCheck?.enable && {
      healthCheck: { source: healthCheck.sip, destination: healthCheck.dip },
    }),
    tunnels: tunnels.map((tunnel, index) =>
      tunnelOf(tunnel, ends[index] ?? {}, { number: index === 0 ? 1 : 2, enableBgp }),
    ),
  }
}

/** The other end of a connection that was read from the cloud; without `keys` they are placeholders. */
export function peerOfConnection(
  connection: IpsecConnection,
  gateways: readonly CustomerGateway[],
  keys: readonly PreSharedKey[] = [],
): Peer {
  const withKey = (tunnel: IpsecConnection['tunnels'][0]) => {
    const psk = keys.find(({ tunnelIndex }) => tunnelIndex === tunnel.tunnelIndex)?.psk
    return psk ? { ...tunnel, psk } : tunnel
  }
  const [first, second] = connection.tunnels
  if (!first) throw new Error('A connection has a tunnel.')
  return peerOf(
    connection.name
      ? `${connection.name} (${connection.vpnConnectionId})`
      : connection.vpnConnectionId,
    { ...connection, tunnels: second ? [withKey(first), withKey(second)] : [withKey(first)] },
    connection.tunnels.map(({ internetIp, customerGatewayId }) => ({
      gateway: internetIp,
      customerGateway: gateways.find((each) => each.customerGatewayId === customerGatewayId),
    })),
  )
}

/** The other end with these keys in it, and placeholders for the others. */
export const withKeys = (peer: Peer, keys: readonly PreSharedKey[]): Peer => ({
  ...peer,
  tunnels: peer.tunnels.map((tunnel) => ({
    ...tunnel,
    psk: keys.find(({ tunnelIndex }) => tunnelIndex === tunnel.number)?.psk || tunnel.psk,
  })),
})

/** The other end as far as one device is it: with the tunnels that end there. */
export const endingOn = (peer: Peer, ends: (tunnel: PeerTunnel) => boolean): Peer => ({
  ...peer,
  tunnels: peer.tunnels.filter(ends),
})

type Settings = PeerSettings['tunnels'][0]

function tunnelOf(
  tunnel: Settings,
  { gateway, customerGateway }: TunnelEnds,
  { number, enableBgp }: { number: 1 | 2; enableBgp: boolean },
): PeerTunnel {
  const { ike, ipsec, bgp } = tunnel
  const gatewayAddress = gateway || placeholder(`gateway-address-${number}`)
  const address = customerGateway?.ipAddress ?? placeholder(`device-address-${number}`)
  return {
    number,
    gateway: gatewayAddress,
    address,
    ikeVersion: ike.ikeVersion,
    aggressive: ike.ikeVersion === 'ikev1' && ike.ikeMode === 'aggressive',
    ike: {
      encryption: ike.ikeEncAlg,
      authentication: ike.ikeAuthAlg,
      group: ike.ikePfs,
      lifetime: ike.ikeLifetime,
    },
    ipsec: {
      encryption: ipsec.ipsecEncAlg,
      authentication: ipsec.ipsecAuthAlg,
      group: ipsec.ipsecPfs,
      lifetime: ipsec.ipsecLifetime,
    },
    localId: identity(ike.remoteId || address),
    remoteId: identity(isUnset(ike.localId) ? gatewayAddress : ike.localId),
    psk: tunnel.psk || placeholder(`pre-shared-key-${number}`),
    enableDpd: tunnel.enableDpd,
    enableNatTraversal: tunnel.enableNatTraversal,
    ...(enableBgp && bgp && { bgp: bgpOf(bgp, customerGateway?.asn, number) }),
  }
}

// Terraform provider: what DescribeVpnConnection shows of a connection without an address.
const isUnset = (id: string) => id === '' || id === 'leftId-not-exist'

const NAME = /^\w[\w-]*(\.[\w-]+)*$/
const USER = /^\w[\w.+-]*@\w[\w-]*(\.[\w-]+)*$/

function identity(text: string): Identity {
  if (isPlaceholder(text) || readIpv4(text).ok) return { kind: 'address', value: text }
  if (USER.test(text)) return { kind: 'user', value: text }
  // `@name` is the name; `@1.2.3.4` is one that reads like an address without the sign.
  const name = text.replace(/^@/, '')
  return NAME.test(name) && !readIpv4(name).ok
    ? { kind: 'name', value: name }
    : { kind: 'other', value: text }
}

function bgpOf(
  { localBgpIp, localAsn }: NonNullable<Settings['bgp']>,
  asn: number | undefined,
  number: 1 | 2,
): PeerBgp {
  const cloud = readIpv4(localBgpIp)
  return {
    neighbor: cloud.ok ? localBgpIp : placeholder(`cloud-bgp-address-${number}`),
    address: cloud.ok
      ? printIpv4(otherHostOf30(cloud.value))
      : placeholder(`device-bgp-address-${number}`),
    asn: asn === undefined ? placeholder('device-asn') : String(asn),
    neighborAsn: localAsn > 0 ? String(localAsn) : placeholder('cloud-asn'),
  }
}
