import type { Found } from '@/lib/connection-form/search'
import type { KnownConnection, KnownGateway } from '@/lib/connection-form/surroundings'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/** A connection that is to be attached, as much as its picker shows and the rules ask. */
export interface FreeConnection extends KnownConnection {
  networkType: string
  createTime: string
  enableBgp: boolean
  hasHealthCheck: boolean
  state: string
  remoteSubnet: readonly string[]
}

/** What the picker of connections is answered. */
export interface FoundFree extends Found<FreeConnection> {
  /** The customer gateways of `items` and of `chosen`. */
  customerGateways: KnownGateway[]
  /** The one that was asked for by its id, free or not; null when the region has none. */
  chosen?: FreeConnection | null
}

export const knownOf = (connection: IpsecConnection): FreeConnection => {
  const { vpnConnectionId, name, attachType, transitRouterId, state, remoteSubnet } = connection
  const { networkType, createTime, enableBgp } = connection
  return {
    vpnConnectionId,
    name,
    attachType,
    transitRouterId,
    state,
    remoteSubnet,
    networkType,
    createTime,
    enableBgp,
    hasHealthCheck: connection.healthCheck?.enable ?? false,
    tunnels: connection.tunnels.map(({ customerGatewayId, bgp }) => ({
      customerGatewayId,
      ...(bgp && { bgp: { tunnelCidr: bgp.tunnelCidr } }),
    })),
  }
}
