import { advertised } from '../routers/routes/advertised'
import type { State } from '../state/state'
import type { VcoRoute, VpnConnection } from '../state/vpn-records'
import { attachmentOfConnection } from './lookups'

/** A destination route as DescribeVcoRouteEntries shows it. */
export function customRouteView(connection: VpnConnection, route: VcoRoute) {
  return {
    VpnConnectionId: connection.id,
    RouteEntryType: 'custom',
    RouteDest: route.RouteDest,
    NextHop: route.NextHop,
    Weight: route.Weight,
    State: route.State,
    CreateTime: route.createdAt,
    ...(connection.dual && { NextHopTunnelIdList: tunnelsThat(connection, isUp) }),
  }
}

/** The BGP routes of a connection: first what the peer announces, then what the router does. */
export function bgpRouteViews(state: State, connection: VpnConnection) {
  if (!connection.EnableBgp) return []
  const shared = {
    VpnConnectionId: connection.id,
    RouteEntryType: 'bgp',
    State: 'Active',
    CreateTime: connection.createdAt,
  }
  const speakers = connection.tunnels.filter(({ BgpStatus }) => BgpStatus === 'success')
  const fromPeer = new Map(
    speakers.flatMap(({ learned }) => learned.map((route) => [route.cidr, route] as const)),
  )
  const attachment = attachmentOfConnection(state, connection.id)
  return [
    ...Array.from(fromPeer.values(), ({ cidr, asPath, communities }) => ({
      ...shared,
      RouteDest: cidr,
      NextHop: connection.id,
      Source: 'VPN_BGP',
      AsPath: listed(asPath),
      Community: communities.join(','),
      ...(connection.dual && {
        NextHopTunnelIdList: tunnelsThat(
          connection,
          ({ BgpStatus, learned }) =>
            BgpStatus === 'success' && learned.some((route) => route.cidr === cidr),
        ),
      }),
    })),
    ...(attachment ? advertised(state, attachment.id) : []).map((route) => ({
      ...shared,
      RouteDest: route.destination,
      NextHop: attachment?.TransitRouterId ?? '',
      Source: 'CLOUD',
      AsPath: listed(route.asPath),
      Community: route.communities.join(','),
      ...(connection.dual && { NextHopTunnelIdList: [] }),
    })),
  ]
}

// SDK sample: [12000].
function listed(asPath: readonly string[]): string {
  return asPath.length > 0 ? `[${asPath.join(',')}]` : ''
}

type Tunnel = VpnConnection['tunnels'][number]

function isUp({ Status }: Tunnel): boolean {
  return Status === 'ipsec_sa_established'
}

function tunnelsThat({ tunnels }: VpnConnection, test: (tunnel: Tunnel) => boolean): string[] {
  return tunnels.filter(test).map(({ TunnelId }) => TunnelId)
}
