import { fail, found } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type { Attachment } from '../state/cen-records'
import type { State } from '../state/state'
import type { CustomerGateway, VpnConnection } from '../state/vpn-records'

/** The caller's connection in that region. Throws: not found, or Forbidden when it is another account's. */
export function connectionOf(
  { state, account }: Context,
  { RegionId, VpnConnectionId }: { RegionId: string; VpnConnectionId: string },
): VpnConnection {
  const code = 'InvalidVpnConnectionInstanceId.NotFound'
  const connection = found(state.connections.get(VpnConnectionId), code)
  if (connection.RegionId !== RegionId) fail(code)
  if (connection.owner !== account.uid) fail('Forbidden')
  return connection
}

/** The caller's customer gateway in that region. Throws as `connectionOf`. */
export function customerGatewayOf(
  { state, account }: Context,
  { RegionId, CustomerGatewayId }: { RegionId: string; CustomerGatewayId: string },
): CustomerGateway {
  const code = 'InvalidCustomerGatewayInstanceId.NotFound'
  const gateway = found(state.customerGateways.get(CustomerGatewayId), code)
  if (gateway.RegionId !== RegionId) fail(code)
  if (gateway.owner !== account.uid) fail('Forbidden')
  return gateway
}

/** The VPN attachment that binds a connection to a router, if there is one in whatever status. */
export function attachmentOfConnection(state: State, id: string): Attachment | undefined {
  return state.attachments.by('ResourceId', id).find(({ ResourceType }) => ResourceType === 'VPN')
}

/** The caller's connection that a grant is about. The emulator has no other instances that could be granted. */
export function grantedConnection(
  { state, account }: Context,
  params: { InstanceId: string; InstanceType: string; RegionId?: string | undefined },
): VpnConnection {
  const connection = state.connections.get(params.InstanceId)
  if (
    params.InstanceType !== 'VPN' ||
    connection?.owner !== account.uid ||
    (params.RegionId && params.RegionId !== connection.RegionId)
  )
    fail('InvalidInstanceId.NotFound')
  return connection
}
