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
import { fail, found } from '../../protocol/errors'
import { type Context, operation } from '../../protocol/operation'
import { choice, flag, text, token } from '../../protocol/parameters'
import type { VpnConnection } from '../../state/vpn-records'

const changedTunnels = z
  .array(
    z.object({
      ...tunnelSettings,
      // A tunnel is named by its id, or by its index; two items without either are the tunnels in their order.
      TunnelId: text().optional(),
      TunnelIndex: choice(['1', '2']).transform(Number).optional(),
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
  const { RegionId, TunnelOptionsSpecification: items = [] } = params
  const tunnels = items.map((item, position) => {
    if (items.length === 1 && item.TunnelId === undefined && item.TunnelIndex === undefined)
      fail('MissingParameter', 'The parameter TunnelOptionsSpecification.1.TunnelId is missing.')
    const index = item.TunnelIndex ?? position + 1
    return found(
      connection.tunnels.find(({ TunnelId, TunnelIndex }) =>
        item.TunnelId === undefined ? TunnelIndex === index : TunnelId === item.TunnelId,
      ),
      'InvalidParameter',
      `The parameter TunnelOptionsSpecification.${position + 1}.TunnelId is not valid.`,
    )
  })
  if (new Set(tunnels).size < tunnels.length)
    fail('InvalidParameter', 'The parameter TunnelOptionsSpecification names a tunnel twice.')
  return items.reduce((result, item, position) => {
    const tunnel = tunnels[position]
    return tunnel ? withTunnel(result, changedTunnel(context, RegionId, tunnel, item)) : result
  }, connection)
}
