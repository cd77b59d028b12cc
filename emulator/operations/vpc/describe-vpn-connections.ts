import { z } from 'zod'

import { region } from '../../connections/parameters'
import { connectionView } from '../../connections/view'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { pages, tagFilter, text } from '../../protocol/parameters'
import { hasTags } from '../../protocol/tags'

export const DescribeVpnConnections = operation(
  z.object({
    ...pages,
    RegionId: region(),
    VpnConnectionId: text().optional(),
    VpnGatewayId: text().optional(),
    CustomerGatewayId: text().optional(),
    ResourceGroupId: text().optional(),
    Tag: tagFilter().optional(),
  }),
  (params, { state, account }) => {
    const { VpnConnectionId, VpnGatewayId, CustomerGatewayId, ResourceGroupId } = params
    const connections = state.connections.where(
      (connection) =>
        connection.owner === account.uid &&
        connection.RegionId === params.RegionId &&
        // No connection here is on a VPN gateway.
        (!VpnGatewayId || VpnGatewayId === 'vpn-not-exist') &&
        (!CustomerGatewayId ||
          connection.tunnels.some((tunnel) => tunnel.CustomerGatewayId === CustomerGatewayId)) &&
        (!ResourceGroupId || connection.ResourceGroupId === ResourceGroupId) &&
        hasTags(connection.tags, params.Tag),
      VpnConnectionId,
    )
    const { items, echo } = pageOf(connections, params)
    return {
      ...echo,
      VpnConnections: {
        // This call alone has its tags under `Tag`, and says nothing of EnableBgp.
        VpnConnection: items.map((connection) => ({
          ...connectionView(state, connection),
          Tag: { Tag: connection.tags },
        })),
      },
    }
  },
)
