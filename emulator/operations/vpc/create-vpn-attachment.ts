import { z } from 'zod'

import { localSubnet, remoteSubnet, requireBgp, requireHealth } from '../../connections/connection'
import { customerGatewayOf } from '../../connections/lookups'
import {
  createdTags,
  defaultResourceGroup,
  label,
  region,
  tagsOf,
} from '../../connections/parameters'
import {
  singleTunnelParams,
  takesSingleTunnel,
  withSingleTunnelSettings,
} from '../../connections/single-tunnel'
import { newTunnel, newTunnels, withSettings } from '../../connections/tunnel'
import { fail } from '../../protocol/errors'
import { type Context, operation } from '../../protocol/operation'
import { choice, dryRun, flag, text } from '../../protocol/parameters'
import { newId } from '../../state/ids'
import type { Tunnel, VpnConnection } from '../../state/vpn-records'

export const CreateVpnAttachment = operation(
  z.object({
    ...dryRun,
    ...createdTags,
    ...singleTunnelParams,
    RegionId: region(),
    Name: label('InvalidName').default(''),
    NetworkType: choice(['public', 'private']).default('public'),
    LocalSubnet: localSubnet(),
    RemoteSubnet: remoteSubnet(),
    EffectImmediately: flag().default(false),
    AutoConfigRoute: flag().default(true),
    EnableTunnelsBgp: flag().default(false),
    TunnelOptionsSpecification: newTunnels().optional(),
    TunnelBandwidth: choice(['Standard', 'Large']).default('Standard'),
    RemoteCaCert: text().default(''),
    ResourceGroupId: text().default(defaultResourceGroup),
  }),
  (params, context) => {
    const { state, account, now, quota, schedule } = context
    const dual = params.TunnelOptionsSpecification !== undefined
    if (!dual && !takesSingleTunnel(state, params.RegionId))
      fail('VpnConnection.InvalidCreateTunnelOptions')
    const bare: VpnConnection = {
      id: newId('vco', params.RegionId),
      owner: account.uid,
      RegionId: params.RegionId,
      Name: params.Name,
      NetworkType: params.NetworkType,
      LocalSubnet: params.LocalSubnet,
      RemoteSubnet: params.RemoteSubnet,
      EffectImmediately: params.EffectImmediately,
      AutoConfigRoute: params.AutoConfigRoute,
      EnableBgp: dual && params.EnableTunnelsBgp,
      TunnelBandwidth: params.TunnelBandwidth,
      ResourceGroupId: params.ResourceGroupId,
      RemoteCaCert: params.RemoteCaCert,
      State: 'init',
      dual,
      tunnels: tunnelsOf(params, context),
      // Guide, Health checks.
      health: {
        Enable: false,
        Dip: '',
        Sip: '',
        Interval: 3,
        Retry: 3,
        Policy: 'revoke_route',
        Status: '',
      },
      createdAt: now,
      tags: tagsOf(params),
    }
    const connection = dual ? bare : withSingleTunnelSettings(bare, params)
    requireBgp(state, connection)
    requireHealth(connection)
    const { id, owner, RegionId, Name } = connection
    const others = state.connections.where((other) => other.owner === owner)
    if (
      others.filter((other) => other.RegionId === RegionId).length >= quota('connectionsPerRegion')
    )
      fail('Resource.QuotaFull')
    state.connections.put(connection)
    schedule('connectionCreated', id)
    return {
      Code: '200',
      Message: 'successful',
      Success: true,
      VpnConnectionId: id,
      Name,
      CreateTime: now,
    }
  },
)

interface TunnelParams {
  RegionId: string
  CustomerGatewayId?: string | undefined
  TunnelOptionsSpecification?: z.output<ReturnType<typeof newTunnels>> | undefined
}

function tunnelsOf(params: TunnelParams, context: Context): Tunnel[] {
  const { RegionId: regionId, TunnelOptionsSpecification } = params
  const gateway = (CustomerGatewayId: string) =>
    customerGatewayOf(context, { RegionId: regionId, CustomerGatewayId })
  if (!TunnelOptionsSpecification) {
    const id =
      params.CustomerGatewayId ??
      fail('MissingParameter', 'The parameter CustomerGatewayId is missing.')
    return [newTunnel(gateway(id), { index: 1, dual: false, regionId })]
  }
  return TunnelOptionsSpecification.map((item, position) => {
    const index = item.TunnelIndex ?? position + 1
    const bare = newTunnel(gateway(item.CustomerGatewayId), { index, dual: true, regionId })
    return withSettings(bare, item)
  }).sort((a, b) => a.TunnelIndex - b.TunnelIndex)
}
