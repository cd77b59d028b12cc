import type { State } from '../state/state'
import type { Tunnel, VpnConnection } from '../state/vpn-records'
import { bgpView, bindingView, ikeView } from './view'

/** What ModifyVpnAttachmentAttribute answers: a flat list of tunnels, real booleans and numbers. */
export function changedConnectionView(state: State, connection: VpnConnection) {
  const { AttachType, AttachInstanceId } = bindingView(state, connection)
  return {
    VpnConnectionId: connection.id,
    VpnGatewayId: 'vpn-not-exist',
    AttachType,
    AttachInstanceId,
    Name: connection.Name,
    Description: '',
    CreateTime: connection.createdAt,
    LocalSubnet: connection.LocalSubnet,
    RemoteSubnet: connection.RemoteSubnet,
    NetworkType: connection.NetworkType,
    EffectImmediately: connection.EffectImmediately,
    EnableTunnelsBgp: connection.dual && connection.EnableBgp,
    Status: connection.tunnels[0]?.Status,
    Spec: connection.TunnelBandwidth === 'Large' ? '3000M' : '1000M',
    ResourceGroupId: connection.ResourceGroupId,
    ...(connection.dual
      ? {
          TunnelOptionsSpecification: connection.tunnels.map((tunnel) => {
            const { ZoneNo: _zone, ...view } = changedTunnelView(state, connection, tunnel)
            return { ...view, TunnelIndex: tunnel.TunnelIndex }
          }),
        }
      : singleTunnel(state, connection)),
  }
}

function singleTunnel(state: State, connection: VpnConnection) {
  const [tunnel] = connection.tunnels
  if (!tunnel) return {}
  const { Enable, Dip, Sip, Interval, Retry, Policy } = connection.health
  return {
    CustomerGatewayId: tunnel.CustomerGatewayId,
    EnableDpd: tunnel.EnableDpd,
    EnableNatTraversal: tunnel.EnableNatTraversal,
    IkeConfig: ikeView(state, connection, tunnel),
    IpsecConfig: tunnel.ipsec,
    VcoHealthCheck: { Enable: String(Enable), Dip, Sip, Interval, Retry, Policy },
    VpnBgpConfig: {
      ...bgpView(state, tunnel),
      EnableBgp: String(connection.EnableBgp),
      Status: connection.EnableBgp ? tunnel.BgpStatus : 'false',
    },
    TunnelOptionsSpecification: [],
  }
}

/** One tunnel as the modifying calls show it. */
export function changedTunnelView(state: State, connection: VpnConnection, tunnel: Tunnel) {
  return {
    TunnelId: tunnel.TunnelId,
    Role: tunnel.Role,
    State: tunnel.State,
    CustomerGatewayId: tunnel.CustomerGatewayId,
    InternetIp: tunnel.InternetIp,
    ZoneNo: tunnel.ZoneNo,
    EnableDpd: tunnel.EnableDpd,
    EnableNatTraversal: tunnel.EnableNatTraversal,
    TunnelIkeConfig: ikeView(state, connection, tunnel),
    TunnelIpsecConfig: tunnel.ipsec,
    TunnelBgpConfig: bgpView(state, tunnel),
  }
}
