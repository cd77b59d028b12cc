import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import { zonesOf } from '../regions'
import { hasService } from '../routers/service'
import type { TransitRouter } from '../state/cen-records'
import type { VpnConnection } from '../state/vpn-records'

/** The connection a VPN attachment may bind: of the named owner, in the router's region, unbound, and granted when it is another account's. */
export function attachableConnection(
  context: Context,
  router: TransitRouter,
  params: { VpnId: string; VpnOwnerId?: number | undefined },
): VpnConnection {
  const { state, account } = context
  const owner = params.VpnOwnerId ?? account.uid
  const connection = state.connections.get(params.VpnId)
  if (connection?.owner !== owner || connection.RegionId !== router.RegionId)
    fail('InvalidVpnId.NotFound')
  const grants = state.grants.where(({ InstanceId }) => InstanceId === connection.id)
  if (owner !== account.uid) {
    if (!hasService(context, owner)) fail('Forbidden.ResourceOwnerTransitRouterServiceNotOpen')
    if (!grants.some(({ CenId }) => CenId === router.CenId)) fail('OperationDenied.NotGranted')
  }
  const attached = state.attachments.first(({ ResourceId }) => ResourceId === connection.id)
  const promised = owner === account.uid && grants.length > 0
  if (attached || promised) fail('InvalidOperation.VpnConnectionAttached')
  if (connection.State === 'updating') fail('IncorrectStatus.Status')
  return connection
}

/** Refuses any zone for a dual-tunnel connection, and anything but one offered zone for a single-tunnel one. Terraform provider: the code of the first. */
export function checkZone(
  connection: VpnConnection,
  Zone: readonly { readonly ZoneId: string }[],
): void {
  if (connection.dual) {
    if (Zone.length > 0) fail('OperationUnsupported.VcoTunnelNotMatchZoneParam')
    return
  }
  if (Zone.length === 0) fail('MissingParameter', 'The parameter Zone.1.ZoneId is missing.')
  const offered = zonesOf(connection.RegionId)
  if (Zone.length > 1 || !Zone.every(({ ZoneId }) => offered.includes(ZoneId)))
    fail('InvalidZone.NotSupported')
}
