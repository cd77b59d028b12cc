import { createHash } from 'node:crypto'

import { allocateGateway, bindConnection } from '../connections/binding'
import { meetDevice } from '../gateways/played/played'
import { zonesOf } from '../regions'
import type { RouteTable, Tag, TransitRouter } from '../state/cen-records'
import type { Device, IpsecConfig, LearnedRoute, Tunnel, VpnConnection } from '../state/vpn-records'
import { addAttachment, type Builder, stableId } from './builder'

/** A customer gateway at an address; `asn` 0 is one without BGP. */
export function addGateway(
  b: Builder,
  owner: number,
  region: string,
  name: string,
  address: string,
  asn = 0,
): string {
  const id = stableId('cgw', `${region}/${name}`)
  b.state.customerGateways.put({
    id,
    owner,
    RegionId: region,
    Name: name,
    Description: '',
    IpAddress: address,
    Asn: asn,
    AuthKey: '',
    ResourceGroupId: 'rg-acfm000000000000',
    createdAt: b.age(300),
    tags: [],
  })
  return id
}

/** The device behind a customer gateway, as far as it does not agree with whatever the cloud is set to. */
export function addDevice(b: Builder, id: string, device: Partial<Omit<Device, 'id'>>): string {
  b.state.devices.put({ answers: true, learned: [], ...device, id })
  return id
}

/** One end of a tunnel in a world: the gateway it goes to and how it fares. */
export interface TunnelPlan {
  readonly gateway: string
  /** The /30 of its BGP session, in 169.254.0.0/16. */
  readonly cidr?: string
  readonly bgpUp?: boolean
  readonly learns?: readonly LearnedRoute[]
}

interface ConnectionPlan {
  readonly name: string
  readonly owner: number
  readonly region: string
  readonly tunnels: readonly TunnelPlan[]
  readonly bgp?: boolean
  readonly asn?: number
  readonly strong?: boolean
  readonly ipsec?: Partial<IpsecConfig>
  readonly network?: 'public' | 'private'
  readonly local?: string
  readonly remote?: string
  readonly health?: { readonly dip: string; readonly sip: string; readonly up: boolean }
  /** Destination routes of its own table. */
  readonly routes?: readonly string[]
  readonly days?: number
  readonly tags?: readonly Tag[]
}

/** An IPsec connection that is not attached. */
export function addConnection(b: Builder, plan: ConnectionPlan): VpnConnection {
  const id = stableId('vco', `${plan.region}/${plan.name}`)
  const dual = plan.tunnels.length === 2
  const connection = b.state.connections.put({
    id,
    owner: plan.owner,
    RegionId: plan.region,
    Name: plan.name,
    NetworkType: plan.network ?? 'public',
    LocalSubnet: plan.local ?? '0.0.0.0/0',
    RemoteSubnet: plan.remote ?? '0.0.0.0/0',
    EffectImmediately: false,
    AutoConfigRoute: true,
    EnableBgp: plan.bgp ?? false,
    TunnelBandwidth: 'Standard',
    ResourceGroupId: 'rg-acfm000000000000',
    RemoteCaCert: '',
    State: 'active',
    dual,
    tunnels: plan.tunnels.map((tunnel, index) => newTunnel(plan, tunnel, index, dual)),
    health: {
      Enable: plan.health !== undefined,
      Dip: plan.health?.dip ?? '',
      Sip: plan.health?.sip ?? '',
      Interval: 3,
      Retry: 3,
      Policy: 'revoke_route',
      Status: plan.health ? (plan.health.up ? 'success' : 'failed') : '',
    },
    createdAt: b.age(plan.days ?? 180),
    tags: plan.tags ?? [],
  })
  for (const RouteDest of plan.routes ?? [])
    b.state.vcoRoutes.put({
      id: stableId('vcoroute', `${id}/${RouteDest}`),
      VpnConnectionId: id,
      RouteDest,
      NextHop: id,
      Weight: 100,
      OverlayMode: 'Ipsec',
      Description: '',
      State: 'published',
      automatic: false,
      createdAt: b.age(plan.days ?? 180),
    })
  return connection
}

function newTunnel(plan: ConnectionPlan, tunnel: TunnelPlan, index: number, dual: boolean): Tunnel {
  const { strong = true, asn = 45104 } = plan
  const seed = createHash('sha256')
    .update(`${plan.region}/${plan.name}/${index}`)
    .digest('base64url')
  return {
    TunnelId: dual ? stableId('tun', `${plan.region}/${plan.name}/${index}`) : '',
    TunnelIndex: index + 1,
    Role: index === 0 ? 'master' : 'slave',
    CustomerGatewayId: tunnel.gateway,
    EnableDpd: true,
    EnableNatTraversal: true,
    ike: {
      Psk: seed.slice(0, 24),
      IkeVersion: 'ikev2',
      IkeMode: 'main',
      IkeEncAlg: strong ? 'aes256' : 'aes',
      IkeAuthAlg: strong ? 'sha256' : 'sha1',
      IkePfs: strong ? 'group14' : 'group2',
      IkeLifetime: 86_400,
      LocalId: '',
      RemoteId: '',
    },
    ipsec: {
      IpsecEncAlg: strong ? 'aes256' : 'aes',
      IpsecAuthAlg: strong ? 'sha256' : 'sha1',
      IpsecPfs: strong ? 'group14' : 'group2',
      IpsecLifetime: 86_400,
      ...plan.ipsec,
    },
    bgp: {
      LocalAsn: asn,
      TunnelCidr: tunnel.cidr ?? '',
      // The first host of the /30 is the cloud's.
      LocalBgpIp:
        tunnel.cidr?.replace(/(\d+)\/30$/, (_, last: string) => String(Number(last) + 1)) ?? '',
    },
    RemoteCaCertificate: '',
    InternetIp: '',
    ZoneNo: '',
    State: 'active',
    Status: 'ike_sa_not_established',
    BgpStatus: 'failed',
    learned: tunnel.learns ?? [],
  }
}

/** An IPsec connection, attached to a router. It is up, unless its device says otherwise. */
export function addVpn(
  b: Builder,
  router: TransitRouter,
  plan: ConnectionPlan,
  routing: {
    table?: RouteTable | undefined
    propagate?: readonly (RouteTable | undefined)[]
    publish?: boolean
  },
) {
  const connection = addConnection(b, plan)
  const zone = zonesOf(router.RegionId)[0] ?? ''
  const attachment = addAttachment(b, router, {
    name: plan.name,
    type: 'VPN',
    resource: connection.id,
    owner: plan.owner,
    zones: connection.dual ? [] : [{ ZoneId: zone }],
    days: plan.days ?? 180,
    tags: plan.tags ?? [],
    ...routing,
  })
  allocateGateway(b, attachment, connection)
  bindConnection(b, attachment.id)
  const bound = b.state.connections.get(connection.id)
  if (bound)
    b.state.connections.put({
      ...bound,
      tunnels: bound.tunnels.map((tunnel, index) => ({
        ...tunnel,
        Status: 'ipsec_sa_established',
        BgpStatus: plan.bgp && plan.tunnels[index]?.bgpUp !== false ? 'success' : 'failed',
      })),
    })
  // Where the device is known, it decides.
  for (const tunnel of bound?.tunnels ?? []) {
    const device = b.state.devices.get(tunnel.CustomerGatewayId)
    if (bound && device) meetDevice(b, bound, tunnel, device)
  }
  return attachment
}
