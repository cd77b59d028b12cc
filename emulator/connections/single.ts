import { flag, text } from '../protocol/parameters'
import type { VpnConnection } from '../state/vpn-records'
import { fromJson } from './json'
import { bgpConfig, healthSettings, ikeSettings, ipsecSettings } from './settings'
import { merged, withSettings } from './tunnel'

/** The parameters of a single-tunnel connection; a dual-tunnel one ignores them. */
export const singleTunnelParams = {
  CustomerGatewayId: text().optional(),
  IkeConfig: text().optional(),
  IpsecConfig: text().optional(),
  BgpConfig: text().optional(),
  HealthCheckConfig: text().optional(),
  EnableDpd: flag().optional(),
  EnableNatTraversal: flag().optional(),
}

interface Given {
  IkeConfig?: string | undefined
  IpsecConfig?: string | undefined
  BgpConfig?: string | undefined
  HealthCheckConfig?: string | undefined
  EnableDpd?: boolean | undefined
  EnableNatTraversal?: boolean | undefined
}

/** A single-tunnel connection with the settings given as JSON; what was not given stays. */
export function withSingleTunnelSettings(connection: VpnConnection, given: Given): VpnConnection {
  const ike = fromJson(ikeSettings, 'IkeConfig', given.IkeConfig, 'IllegalParam.IkeConfig')
  const ipsec = fromJson(
    ipsecSettings,
    'IpsecConfig',
    given.IpsecConfig,
    'IllegalParam.IpsecConfig',
  )
  const bgp = fromJson(bgpConfig, 'BgpConfig', given.BgpConfig, 'IllegalParam.BgpConfig')
  const health = fromJson(
    healthSettings,
    'HealthCheckConfig',
    given.HealthCheckConfig,
    'IllegalParam.HealthCheckConfig',
  )
  const { EnableDpd, EnableNatTraversal } = given
  return {
    ...connection,
    EnableBgp: bgp.EnableBgp ?? connection.EnableBgp,
    health: merged(connection.health, health),
    tunnels: connection.tunnels.map((tunnel) =>
      withSettings(tunnel, {
        EnableDpd,
        EnableNatTraversal,
        TunnelIkeConfig: ike,
        TunnelIpsecConfig: ipsec,
        TunnelBgpConfig: bgp,
      }),
    ),
  }
}
