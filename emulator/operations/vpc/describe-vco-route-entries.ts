import { z } from 'zod'

import { attachmentOfConnection, connectionOf } from '../../connections/lookups'
import { vcoId } from '../../connections/parameters'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, pages, token } from '../../protocol/parameters'
import { advertised } from '../../routers/routes/advertised'
import type { State } from '../../state/state'
import type { VcoRoute, VpnConnection } from '../../state/vpn-records'

export const DescribeVcoRouteEntries = operation(
  z.object({
    ...token,
    ...vcoId,
    ...pages,
    RouteEntryType: choice(['custom', 'bgp']).default('custom'),
  }),
  (params, context) => {
    const { state } = context
    const connection = connectionOf(context, params)
    const custom = state.vcoRoutes
      .where(({ VpnConnectionId }) => VpnConnectionId === connection.id)
      .map((route) => customRouteView(connection, route))
    const bgp = bgpRouteViews(state, connection)
    const { items, echo } = pageOf<object>(params.RouteEntryType === 'bgp' ? bgp : custom, params)
    const from = (source: string) => bgp.filter(({ Source }) => Source === source).length
    return {
      ...echo,
      VcoRouteEntries: items,
      // Alibaba: DescribeVcoRouteEntries, VpnRouteCounts: only of dual-tunnel connections.
      ...(connection.dual && {
        VpnRouteCounts: [
          { RouteEntryType: 'custom', RouteCount: custom.length },
          { RouteEntryType: 'bgp', Source: 'VPN_BGP', RouteCount: from('VPN_BGP') },
          { RouteEntryType: 'bgp', Source: 'CLOUD', RouteCount: from('CLOUD') },
        ],
      }),
    }
  },
)

/** A destination route as DescribeVcoRouteEntries shows it. */
function customRouteView(connection: VpnConnection, route: VcoRoute) {
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
function bgpRouteViews(state: State, connection: VpnConnection) {
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
