import { z } from 'zod'

import { connectionOf } from '../../connections/lookups'
import { region } from '../../connections/parameters'
import { fail, found } from '../../protocol/errors'
import { type Context, operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { pages, text } from '../../protocol/parameters'
import type { Tunnel, VpnConnection } from '../../state/vpn-records'

export const DiagnoseVpnConnections = operation(
  z.object({
    ...pages,
    RegionId: region(),
    VpnConnectionIds: z.array(text()).default([]),
    TunnelIds: z.array(text()).default([]),
    VpnGatewayId: text().optional(),
  }),
  (params, context) => {
    const { items, echo } = pageOf(targetsOf(params, context), params)
    return {
      ...echo,
      VpnConnections: items.map(([connection, tunnel]) => ({
        VpnConnectionId: connection.id,
        ...(connection.dual && { TunnelId: tunnel.TunnelId }),
        ...(context.gateways.diagnose(context, connection, tunnel) ?? { Severity: 'Normal' }),
      })),
    }
  },
)

interface Params {
  RegionId: string
  VpnConnectionIds: string[]
  TunnelIds: string[]
}

// Alibaba: a single-tunnel connection is asked for by VpnConnectionIds, a dual-tunnel one by TunnelIds.
function targetsOf(params: Params, context: Context): [VpnConnection, Tunnel][] {
  const { RegionId, VpnConnectionIds, TunnelIds } = params
  if (VpnConnectionIds.length + TunnelIds.length === 0)
    fail('MissingParameter', 'The parameter VpnConnectionIds.N or TunnelIds.N is missing.')
  const connections = VpnConnectionIds.map((VpnConnectionId) =>
    connectionOf(context, { RegionId, VpnConnectionId }),
  )
  if (connections.some(({ dual }) => dual) && TunnelIds.length === 0)
    fail('MissingParameter', 'The parameter TunnelIds.N is missing.')
  return [
    ...connections
      .filter(({ dual }) => !dual)
      .flatMap((connection) =>
        connection.tunnels.map((tunnel): [VpnConnection, Tunnel] => [connection, tunnel]),
      ),
    ...TunnelIds.map((id) => tunnelOf(context, RegionId, id)),
  ]
}

function tunnelOf(context: Context, RegionId: string, id: string): [VpnConnection, Tunnel] {
  const named = ({ TunnelId }: Tunnel) => TunnelId === id && id !== ''
  const code = 'InvalidVpnConnectionInstanceId.NotFound'
  const holder = found(
    context.state.connections.first(({ tunnels }) => tunnels.some(named)),
    code,
  )
  const connection = connectionOf(context, { RegionId, VpnConnectionId: holder.id })
  return [connection, found(connection.tunnels.find(named), code)]
}
