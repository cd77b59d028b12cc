import 'server-only'
import { inView, startOf } from '@/components/query/prefetch'
import { startOfCustomerGateways } from '@/lib/customer-gateways/cloud'
import { customerGatewayList, customerGatewayStart } from '@/lib/customer-gateways/queries'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { startOfIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { ipsecConnectionList, ipsecConnectionStart } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import type { Access } from '@/lib/request/access'
import type { Start } from '@/lib/table/page'

interface InRegion {
  regionId: string
}

/** The IPsec connections of a region for a page that lists them: of many, only those in view travel with it. */
export const connectionSeed = (
  access: Access,
  params: InRegion,
  reading: Promise<Start<IpsecConnection>> = startOfIpsecConnections(access, params),
) =>
  startOf(ipsecConnectionList(params), ipsecConnectionStart(params), async () =>
    inView(await reading),
  )

/** The same for its customer gateways. */
export const gatewaySeed = (access: Access, params: InRegion) =>
  startOf(customerGatewayList(params), customerGatewayStart(params), async () =>
    inView(await startOfCustomerGateways(access, params)),
  )

/** IPsec connections with their gateways: of many, only those that the rows in view name. */
export function connectionSeeds(access: Access, params: InRegion) {
  const connections = startOfIpsecConnections(access, params)
  const gatewaysInView = async (): Promise<Start<CustomerGateway>> => {
    const [gateways, [rows]] = await Promise.all([
      startOfCustomerGateways(access, params),
      Promise.allSettled([connections]),
    ])
    if (!gateways.more || rows.status === 'rejected') return inView(gateways)
    const named = new Set(
      inView(rows.value).items.flatMap(({ tunnels }) =>
        tunnels.map((each) => each.customerGatewayId),
      ),
    )
    const items = gateways.items.filter(({ customerGatewayId: id }) => named.has(id))
    return { items, more: true }
  }
  return [
    connectionSeed(access, params, connections),
    startOf(customerGatewayList(params), customerGatewayStart(params), gatewaysInView),
  ]
}
