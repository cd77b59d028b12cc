import { z } from 'zod'

import { changedTunnelView } from '../../connections/change-view'
import { requireBgp, requireSteady, startUpdate, withTunnel } from '../../connections/connection'
import { connectionOf } from '../../connections/lookups'
import { region } from '../../connections/parameters'
import { changedTunnel, tunnelSettings } from '../../connections/tunnel'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { text, token } from '../../protocol/parameters'

export const ModifyTunnelAttribute = operation(
  z.object({
    ...token,
    // Alone of its kind this call does not insist on a region.
    RegionId: region().optional(),
    VpnConnectionId: text(),
    TunnelId: text(),
    TunnelOptionsSpecification: z
      .object({
        ...tunnelSettings,
        CustomerGatewayId: text().optional(),
        RemoteCaCertificate: text().optional(),
      })
      .default({}),
  }),
  (params, context) => {
    const { state } = context
    const { VpnConnectionId, TunnelId, TunnelOptionsSpecification: given } = params
    const RegionId = params.RegionId ?? state.connections.get(VpnConnectionId)?.RegionId ?? ''
    const connection = connectionOf(context, { RegionId, VpnConnectionId })
    const tunnel =
      connection.tunnels.find((item) => connection.dual && item.TunnelId === TunnelId) ??
      fail('InvalidParameter', 'The parameter TunnelId is not valid.')
    requireSteady(connection)
    const RemoteCaCertificate = given.RemoteCaCertificate ?? tunnel.RemoteCaCertificate
    const changed = { ...changedTunnel(context, RegionId, tunnel, given), RemoteCaCertificate }
    const updated = withTunnel(connection, changed)
    requireBgp(state, updated)
    startUpdate(context, updated)
    const { TunnelBgpConfig, ...view } = changedTunnelView(state, updated, changed)
    return {
      ...view,
      RemoteCaCertificate,
      TunnelBgpConfig: { ...TunnelBgpConfig, EnableBgp: updated.EnableBgp },
    }
  },
)
