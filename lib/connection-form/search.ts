import 'server-only'
import { keptFor } from '@/lib/cloud/kept'
import type { SearchParams } from '@/lib/connection-form/params'
import type { KnownGateway } from '@/lib/connection-form/surroundings'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import type { Access } from '@/lib/request/access'

/** What a picker offers at a time. */
const AT_A_TIME = 50

/** What was found, the newest first; `more`: not all of it. */
export interface Found<Item> {
  items: Item[]
  more: boolean
}

/** `listIpsecConnections`, shared by what one page asks. */
export const connectionsWithin = keptFor('listIpsecConnections', listIpsecConnections)
/** `listCustomerGateways`, shared by what one page asks. */
export const gatewaysWithin = keptFor('listCustomerGateways', listCustomerGateways)

/**
 * The customer gateways of a region with a text in their name, id, address or ASN. The API has no such search, so
 * all are read here and no more than a page of them goes to the browser. @throws CloudError
 */
export async function findGateways(
  access: Access,
  { regionId, search = '', within }: SearchParams,
): Promise<Found<KnownGateway>> {
  const all = await gatewaysWithin(access, { regionId }, Number(within))
  const { items, more } = firstOf(all, search, ({ customerGatewayId, name, ipAddress, asn }) => [
    customerGatewayId,
    name,
    ipAddress,
    String(asn ?? ''),
  ])
  return { items: items.map(toKnownGateway), more }
}

/** The newest of those that have `search` in one of their texts. */
export function firstOf<Item extends { createTime: string }>(
  all: readonly Item[],
  search: string,
  textsOf: (item: Item) => readonly string[],
): Found<Item> {
  const wanted = search.trim().toLowerCase()
  const found = all
    .filter((item) => textsOf(item).some((text) => text.toLowerCase().includes(wanted)))
    .toSorted((a, b) => b.createTime.localeCompare(a.createTime))
  return { items: found.slice(0, AT_A_TIME), more: found.length > AT_A_TIME }
}

/** As much of a customer gateway as forms show. */
export const toKnownGateway = ({
  customerGatewayId,
  name,
  ipAddress,
  asn,
  tags,
}: CustomerGateway): KnownGateway => ({
  customerGatewayId,
  name,
  ipAddress,
  ...(asn !== undefined && { asn }),
  tags,
})
