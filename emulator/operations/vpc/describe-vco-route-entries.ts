import { z } from 'zod'

import { connectionOf } from '../../connections/lookups'
import { vcoId } from '../../connections/parameters'
import { bgpRouteViews, customRouteView } from '../../connections/route-view'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, pages, token } from '../../protocol/parameters'

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
