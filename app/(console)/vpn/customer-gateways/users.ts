import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

/** The IPsec connections that lead to a customer gateway; while there is one it cannot be deleted. */
export const usersOf = (
  { customerGatewayId }: CustomerGateway,
  connections: readonly IpsecConnection[],
): IpsecConnection[] =>
  connections.filter(({ tunnels }) =>
    tunnels.some((tunnel) => tunnel.customerGatewayId === customerGatewayId),
  )
