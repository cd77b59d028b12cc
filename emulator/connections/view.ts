import type { State } from '../state/state'
import type { CustomerGateway, Tunnel, VpnConnection } from '../state/vpn-records'
import { attachmentOfConnection } from './lookups'
import { peerBgpIp } from './settings'

// Best first. Alibaba: DescribeVpnConnection, Status.
const negotiation = [
  'ipsec_sa_established',
  'ipsec_sa_not_established',
  'ike_sa_established',
  'ike_sa_not_established',
]

/** The router a connection is bound to, in the words of the VPC product. */
export function bindingView(state: State, connection: VpnConnection) {
  const attachment = attachmentOfConnection(state, connection.id)
  if (!attachment)
    return { AttachType: 'NO_ASSOCIATED', AttachInstanceId: '', CrossAccountAuthorized: false }
  const router = state.transitRouters.get(attachment.TransitRouterId)
  return {
    AttachType: 'CEN',
    AttachInstanceId: attachment.CenId,
    TransitRouterId: attachment.TransitRouterId,
    TransitRouterName: router?.TransitRouterName ?? '',
    CrossAccountAuthorized: router !== undefined && router.owner !== connection.owner,
  }
}

type View = ReturnType<typeof render>

// Lists are polled: a view is made again only after a change of the state.
const views = new WeakMap<VpnConnection, { state: State; revision: number; view: View }>()

/** What DescribeVpnConnection and DescribeVpnConnections share of a connection: the pre-shared key included. */
export function connectionView(state: State, connection: VpnConnection): View {
  const known = views.get(connection)
  if (known?.state === state && known.revision === state.revision) return known.view
  const view = render(state, connection)
  views.set(connection, { state, revision: state.revision, view })
  return view
}

function render(state: State, connection: VpnConnection) {
  return {
    ...bindingView(state, connection),
    VpnConnectionId: connection.id,
    // Alibaba: what a connection without a VPN gateway shows.
    VpnGatewayId: 'vpn-not-exist',
    Name: connection.Name,
    CreateTime: connection.createdAt,
    LocalSubnet: connection.LocalSubnet,
    RemoteSubnet: connection.RemoteSubnet,
    NetworkType: connection.NetworkType,
    EffectImmediately: connection.EffectImmediately,
    EnableTunnelsBgp: connection.dual && connection.EnableBgp,
    State: connection.State,
    Status: negotiation.find((word) => connection.tunnels.some(({ Status }) => Status === word)),
    Spec: connection.TunnelBandwidth === 'Large' ? '3000M' : '1000M',
    TunnelBandwidth: connection.TunnelBandwidth,
    ResourceGroupId: connection.ResourceGroupId,
    RemoteCaCertificate: connection.RemoteCaCert,
    ...(connection.dual
      ? { TunnelOptionsSpecification: { TunnelOptions: tunnelOptions(state, connection) } }
      : { ...singleTunnel(state, connection), TunnelOptionsSpecification: { TunnelOptions: [] } }),
  }
}

function singleTunnel(state: State, connection: VpnConnection) {
  const [tunnel] = connection.tunnels
  if (!tunnel) return {}
  const { EnableDpd, EnableNatTraversal, CustomerGatewayId, InternetIp, ipsec } = tunnel
  const { Enable, ...health } = connection.health
  return {
    CustomerGatewayId,
    EnableDpd,
    EnableNatTraversal,
    InternetIp,
    IkeConfig: ikeView(state, connection, tunnel),
    IpsecConfig: ipsec,
    VcoHealthCheck: { ...health, Enable: String(Enable) },
    VpnBgpConfig: {
      ...bgpView(state, tunnel),
      AuthKey: gatewayOf(state, tunnel)?.AuthKey ?? '',
      // SDK sample: a connection without BGP shows `false`.
      Status: connection.EnableBgp ? tunnel.BgpStatus : 'false',
    },
  }
}

// The Describe calls write booleans, ASNs and lifetimes of tunnels as text.
function tunnelOptions(state: State, connection: VpnConnection) {
  return connection.tunnels.map((tunnel) => {
    const ike = ikeView(state, connection, tunnel)
    const bgp = bgpView(state, tunnel)
    return {
      TunnelId: tunnel.TunnelId,
      TunnelIndex: tunnel.TunnelIndex,
      Role: tunnel.Role,
      State: tunnel.State,
      Status: tunnel.Status,
      CustomerGatewayId: tunnel.CustomerGatewayId,
      InternetIp: tunnel.InternetIp,
      ZoneNo: tunnel.ZoneNo,
      EnableDpd: String(tunnel.EnableDpd),
      EnableNatTraversal: String(tunnel.EnableNatTraversal),
      RemoteCaCertificate: tunnel.RemoteCaCertificate,
      TunnelIkeConfig: { ...ike, IkeLifetime: String(ike.IkeLifetime) },
      TunnelIpsecConfig: { ...tunnel.ipsec, IpsecLifetime: String(tunnel.ipsec.IpsecLifetime) },
      TunnelBgpConfig: {
        ...bgp,
        LocalAsn: String(bgp.LocalAsn),
        PeerAsn: bgp.PeerAsn > 0 ? String(bgp.PeerAsn) : '',
        BgpStatus: tunnel.BgpStatus,
      },
    }
  })
}

/** Phase 1 with the identities that count: each end's address stands in for one that is not set. */
export function ikeView(state: State, { dual }: Pick<VpnConnection, 'dual'>, tunnel: Tunnel) {
  const { LocalId, RemoteId } = tunnel.ike
  return {
    ...tunnel.ike,
    // Terraform provider: what a single-tunnel connection without an address shows.
    LocalId: LocalId || tunnel.InternetIp || (dual ? '' : 'leftId-not-exist'),
    RemoteId: RemoteId || (gatewayOf(state, tunnel)?.IpAddress ?? ''),
  }
}

/** Both ends of a tunnel's BGP session. PeerAsn 0: the customer gateway has none. */
export function bgpView(state: State, tunnel: Tunnel) {
  return {
    ...tunnel.bgp,
    PeerAsn: gatewayOf(state, tunnel)?.Asn ?? 0,
    PeerBgpIp: peerBgpIp(tunnel.bgp),
  }
}

/** The customer gateway at the other end of a tunnel. */
export function gatewayOf(
  state: State,
  { CustomerGatewayId }: Tunnel,
): CustomerGateway | undefined {
  return state.customerGateways.get(CustomerGatewayId)
}
