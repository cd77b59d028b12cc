import { z } from 'zod'

import { changedConnectionView } from '../../connections/change-view'
import {
  localSubnet,
  remoteSubnet,
  requireBgp,
  requireHealth,
  requireSteady,
  startUpdate,
  withTunnel,
} from '../../connections/connection'
import { connectionOf, customerGatewayOf } from '../../connections/lookups'
import { label, vcoId } from '../../connections/parameters'
import { singleTunnelParams, withSingleTunnelSettings } from '../../connections/single-tunnel'
import { changedTunnel, tunnelSettings } from '../../connections/tunnel'
import { fail } from '../../protocol/errors'
import { type Context, operation } from '../../protocol/operation'
import { flag, text, token } from '../../protocol/parameters'
import type { VpnConnection } from '../../state/vpn-records'

const changedTunnels = z
  .array(
    z.object({
      ...tunnelSettings,
      // Without an id the items are the tunnels in their order.
      TunnelId: text().optional(),
      TunnelIndex: text().optional(),
      CustomerGatewayId: text().optional(),
      Role: text().optional(),
    }),
  )
  .max(2)

export const ModifyVpnAttachmentAttribute = operation(
  z.object({
    ...token,
    ...vcoId,
    ...singleTunnelParams,
    Name: label('InvalidName').optional(),
    NetworkType: text().optional(),
    LocalSubnet: localSubnet().optional(),
    RemoteSubnet: remoteSubnet().optional(),
    EffectImmediately: flag().optional(),
    AutoConfigRoute: flag().optional(),
    EnableTunnelsBgp: flag().optional(),
    TunnelOptionsSpecification: changedTunnels.optional(),
    RemoteCaCert: text().optional(),
  }),
  (params, context) => {
    const { state } = context
    const old = connectionOf(context, params)
    if (old.State === 'financialLocked') fail('VpnGateway.FinancialLocked')
    requireSteady(old)
    // Alibaba: the parameter is in the model, the network type cannot be changed.
    if (params.NetworkType !== undefined && params.NetworkType !== old.NetworkType)
      fail('InvalidParameter', 'The parameter NetworkType cannot be changed.')
    const common: VpnConnection = {
      ...old,
      Name: params.Name ?? old.Name,
      LocalSubnet: params.LocalSubnet ?? old.LocalSubnet,
      RemoteSubnet: params.RemoteSubnet ?? old.RemoteSubnet,
      EffectImmediately: params.EffectImmediately ?? old.EffectImmediately,
      AutoConfigRoute: params.AutoConfigRoute ?? old.AutoConfigRoute,
      RemoteCaCert: params.RemoteCaCert ?? old.RemoteCaCert,
    }
    const changed = old.dual
      ? withTunnels(
          { ...common, EnableBgp: params.EnableTunnelsBgp ?? old.EnableBgp },
          params,
          context,
        )
      : withGateway(withSingleTunnelSettings(common, params), params, context)
    requireBgp(state, changed)
    requireHealth(changed)
    return changedConnectionView(state, startUpdate(context, changed))
  },
)

function withGateway(
  connection: VpnConnection,
  { RegionId, CustomerGatewayId }: { RegionId: string; CustomerGatewayId?: string | undefined },
  context: Context,
): VpnConnection {
  if (CustomerGatewayId === undefined) return connection
  customerGatewayOf(context, { RegionId, CustomerGatewayId })
  return {
    ...connection,
    tunnels: connection.tunnels.map((tunnel) => ({ ...tunnel, CustomerGatewayId })),
  }
}

function withTunnels(
  connection: VpnConnection,
  params: {
    RegionId: string
    TunnelOptionsSpecification?: z.output<typeof changedTunnels> | undefined
  },
  context: Context,
): VpnConnection {
  const { RegionId, TunnelOptionsSpecification = [] } = params
  return TunnelOptionsSpecification.reduce((result, item, position) => {
    const tunnel =
      result.tunnels.find(({ TunnelId }, index) =>
        item.TunnelId === undefined ? index === position : TunnelId === item.TunnelId,
      ) ??
      fail(
        'InvalidParameter',
        `The parameter TunnelOptionsSpecification.${position + 1}.TunnelId is not valid.`,
      )
    return withTunnel(result, changedTunnel(context, RegionId, tunnel, item))
  }, connection)
}
