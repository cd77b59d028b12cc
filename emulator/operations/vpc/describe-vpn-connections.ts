import { z } from 'zod'

import { operation } from '../../operation'
import { pageOf } from '../../paging'
import { pages, tagFilter, text } from '../../parameters'
import { hasTags } from '../../tags'
import { connectionView } from '../../vco-view'
import { region } from '../../vpc-parameters'

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
        (!VpnConnectionId || connection.id === VpnConnectionId) &&
        // No connection here is on a VPN gateway.
        (!VpnGatewayId || VpnGatewayId === 'vpn-not-exist') &&
        (!CustomerGatewayId ||
          connection.tunnels.some((tunnel) => tunnel.CustomerGatewayId === CustomerGatewayId)) &&
        (!ResourceGroupId || connection.ResourceGroupId === ResourceGroupId) &&
        hasTags(connection.tags, params.Tag),
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
