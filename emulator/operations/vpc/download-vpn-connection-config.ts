import { z } from 'zod'

import { connectionOf } from '../../connections/lookups'
import { vcoId } from '../../connections/parameters'
import { bgpView, gatewayOf, ikeView } from '../../connections/view'
import { operation } from '../../protocol/operation'
import type { State } from '../../state/state'
import type { Tunnel, VpnConnection } from '../../state/vpn-records'

// All of it is told from the peer's side: what is local here is remote there.
export const DownloadVpnConnectionConfig = operation(z.object(vcoId), (params, context) => {
  const { state } = context
  const connection = connectionOf(context, params)
  const configs = connection.tunnels.map((tunnel) => tunnelConfig(state, connection, tunnel))
  const [single] = connection.dual ? [] : configs
  return {
    VpnConnectionConfig: {
      LocalSubnet: connection.RemoteSubnet,
      RemoteSubnet: connection.LocalSubnet,
      ...(single && { ...single, TunnelId: undefined }),
      BgpConfigs: {
        BgpConfig: connection.EnableBgp
          ? connection.tunnels.map((tunnel) => bgpConfig(state, tunnel))
          : [],
      },
      TunnelsConfig: { TunnelConfig: connection.dual ? configs : [] },
    },
  }
})

function tunnelConfig(state: State, connection: VpnConnection, tunnel: Tunnel) {
  const { LocalId, RemoteId, ...ike } = ikeView(state, connection, tunnel)
  return {
    TunnelId: tunnel.TunnelId,
    Local: gatewayOf(state, tunnel)?.IpAddress ?? '',
    Remote: tunnel.InternetIp,
    IkeConfig: { ...ike, LocalId: RemoteId, RemoteId: LocalId },
    IpsecConfig: tunnel.ipsec,
  }
}

function bgpConfig(state: State, tunnel: Tunnel) {
  const { LocalAsn, LocalBgpIp, PeerAsn, PeerBgpIp, TunnelCidr } = bgpView(state, tunnel)
  return {
    TunnelId: tunnel.TunnelId,
    TunnelCidr,
    LocalAsn: String(PeerAsn),
    LocalBgpIp: PeerBgpIp,
    PeerAsn: String(LocalAsn),
    PeerBgpIp: LocalBgpIp,
  }
}
