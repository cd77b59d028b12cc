import 'server-only'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import type { Presence } from '@/lib/operations/presence'
import type { Access } from '@/lib/request/access'

/** Whether the region has such a customer gateway. It has no status: what is there is whole. */
export async function customerGatewayThat(
  access: Access,
  regionId: string,
  isIt: (gateway: CustomerGateway) => boolean,
): Promise<Presence> {
  const gateways = await listCustomerGateways(access, { regionId })
  const found = gateways.find(isIt)
  return found
    ? { there: true, id: found.customerGatewayId, status: '' }
    : // If none is seen at all, the empty list says nothing.
      { there: false, proven: gateways.length > 0 }
}
