import { z } from 'zod'

import { fail } from '../../errors'
import { operation } from '../../operation'
import { text, token } from '../../parameters'
import { changedTunnelView } from '../../vco-change-view'
import { requireBgp, requireSteady, startUpdate, withTunnel } from '../../vco-connection'
import { tunnelSettings } from '../../vco-tunnel'
import { changedTunnel } from '../../vco-tunnel-change'
import { connectionOf } from '../../vpc-lookups'
import { region } from '../../vpc-parameters'

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
