import 'server-only'
import { type FoundFree, knownOf } from '@/lib/attach-form/free'
import type { FreeParams } from '@/lib/attach-form/params'
import {
  connectionsWithin,
  firstOf,
  gatewaysWithin,
  toKnownGateway,
} from '@/lib/connection-form/search'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import type { Access } from '@/lib/request/access'

/**
 * The connections of a region that nothing is attached to, with a text in their name, id, blocks, or in name, id or
 * address of their customer gateways. The API has no such search, so all are read here and no more than a page of
 * them goes to the browser. @throws CloudError
 */
export async function findFree(
  access: Access,
  { regionId, search = '', within, vpnId }: FreeParams,
): Promise<FoundFree> {
  const [connections, gateways] = await Promise.all([
    connectionsWithin(access, { regionId }, Number(within)),
    gatewaysWithin(access, { regionId }, Number(within)),
  ])
  const byId = new Map(gateways.map((gateway) => [gateway.customerGatewayId, gateway]))
  const found = firstOf(
    connections.filter(isUnattached),
    search,
    ({ vpnConnectionId, name, remoteSubnet, tunnels }) => [
      vpnConnectionId,
      name,
      ...remoteSubnet,
      ...tunnels.flatMap(({ customerGatewayId, bgp }) => {
        const gateway = byId.get(customerGatewayId)
        const { name: gatewayName = '', ipAddress = '' } = gateway ?? {}
        return [customerGatewayId, gatewayName, ipAddress, bgp?.tunnelCidr ?? '']
      }),
    ],
  )
  const chosen = connections.find(({ vpnConnectionId }) => vpnConnectionId === vpnId)
  const shown = chosen ? [...found.items, chosen] : found.items
  const named = new Set(
    shown.flatMap(({ tunnels }) => tunnels.map((each) => each.customerGatewayId)),
  )
  return {
    items: found.items.map(knownOf),
    more: found.more,
    customerGateways: [...named].flatMap((id) => {
      const gateway = byId.get(id)
      return gateway ? [toKnownGateway(gateway)] : []
    }),
    ...(vpnId && { chosen: chosen ? knownOf(chosen) : null }),
  }
}
