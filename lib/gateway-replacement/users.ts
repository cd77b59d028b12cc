import type { Settings } from '@/lib/connection-edit/settings'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/** The connections of which a tunnel leads to the customer gateway. */
export const usersOf = (connections: readonly IpsecConnection[], customerGatewayId: string) =>
  connections.filter(({ tunnels }) =>
    tunnels.some((tunnel) => tunnel.customerGatewayId === customerGatewayId),
  )

/** The settings with one customer gateway in the place of another. */
export const leadingTo = (settings: Settings, from: string, to: string): Settings =>
  Object.fromEntries(
    Object.entries(settings).map(([path, value]) => [
      path,
      value === from && path.endsWith('.customerGatewayId') ? to : value,
    ]),
  )
