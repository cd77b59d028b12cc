import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type { VpnConnection } from '../state/vpn-records'

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
