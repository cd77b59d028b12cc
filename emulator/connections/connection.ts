import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type { State } from '../state/state'
import type { Tunnel, VpnConnection } from '../state/vpn-records'
import { attachmentOfConnection } from './lookups'
import { syncProtectedFlows } from './protected-flows'
import { checkBgp, subnets } from './settings'

/** Where the traffic of a connection goes; both 0.0.0.0/0 is destination routing. */
export const localSubnet = () => subnets('IllegalParam.LocalSubnet')
export const remoteSubnet = () => subnets('IllegalParam.RemoteSubnet')

const changing = ['updating', 'attaching', 'detaching', 'provisioning', 'upgrading']

/** Throws while a change of the connection is under way. Alibaba: changes of one connection are serial. */
export function requireSteady(connection: VpnConnection): void {
  if (changing.includes(connection.State)) fail('VpnConnection.Configuring')
}

/** Throws unless the connection's BGP settings can work; see `checkBgp`. Two tunnels have different blocks. */
export function requireBgp(state: State, { EnableBgp, tunnels }: VpnConnection): void {
  for (const { bgp, CustomerGatewayId } of tunnels)
    checkBgp(EnableBgp, bgp, state.customerGateways.get(CustomerGatewayId)?.Asn ?? 0)
  const blocks = tunnels.map(({ bgp }) => bgp.TunnelCidr).filter((text) => text !== '')
  if (new Set(blocks).size < blocks.length)
    fail('IllegalParam.BgpConfig', 'The tunnels have the same TunnelCidr.')
}

/** Throws unless an enabled health check has both addresses. */
export function requireHealth({ health }: VpnConnection): void {
  if (health.Enable && (health.Dip === '' || health.Sip === ''))
    fail('IllegalParam.HealthCheckConfig', 'A health check needs a source and a destination.')
}

/** Stores a changed connection; it is `updating` until the change has come through. */
export function startUpdate(context: Context, connection: VpnConnection): VpnConnection {
  const { state } = context
  const updated = state.connections.put({
    ...connection,
    State: 'updating',
    before: state.connections.get(connection.id),
  })
  if (attachmentOfConnection(state, connection.id))
    syncProtectedFlows(context, updated, context.quota('routesPerConnection'))
  context.schedule('connectionUpdated', connection.id)
  return updated
}

/** The connection with one tunnel replaced. */
export function withTunnel(connection: VpnConnection, tunnel: Tunnel): VpnConnection {
  return {
    ...connection,
    tunnels: connection.tunnels.map((old) =>
      old.TunnelIndex === tunnel.TunnelIndex ? tunnel : old,
    ),
  }
}
