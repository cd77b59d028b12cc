import type { Context } from '../protocol/operation'
import type { Tunnel } from '../state/vpn-records'
import { customerGatewayOf } from './lookups'
import { type GivenTunnel, withSettings } from './tunnel'

/** The tunnel with the settings of a modifying call, being updated. Throws when its customer gateway is not the caller's. */
export function changedTunnel(
  context: Context,
  RegionId: string,
  tunnel: Tunnel,
  given: GivenTunnel & { CustomerGatewayId?: string | undefined },
): Tunnel {
  const CustomerGatewayId = given.CustomerGatewayId ?? tunnel.CustomerGatewayId
  customerGatewayOf(context, { RegionId, CustomerGatewayId })
  return withSettings({ ...tunnel, CustomerGatewayId, State: 'updating' }, given)
}
