import 'server-only'
import type { Unread } from '@/lib/attach-form/surroundings'
import { type KnownConnection, toKnown } from '@/lib/connection-form/facts'
import { tolerate } from '@/lib/connection-form/tolerate'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { listRegions } from '@/lib/regions/cloud'
import type { CloudLanguage, Region } from '@/lib/regions/schema'
import type { Access } from '@/lib/request/access'

/** What the form of a connection offers and is judged by: one reading of a region. */
export interface RegionSurroundings {
  regionId: string
  /** In the reader's language. */
  regionName: string
  regions: Region[]
  customerGateways: CustomerGateway[]
  connections: KnownConnection[]
  unread: Unread[]
}

/** Reads what the form needs of a region, at once; a failed read is told in `unread`. */
export async function readRegion(
  access: Access,
  { regionId, language }: { regionId: string; language: CloudLanguage },
): Promise<RegionSurroundings> {
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const [regions, customerGateways, connections] = await Promise.all([
    tolerant('regions', listRegions(access, { language }), []),
    tolerant('customerGateways', listCustomerGateways(access, { regionId }), []),
    tolerant('connections', listIpsecConnections(access, { regionId }), []),
  ])
  return {
    regionId,
    regionName: regions.find((region) => region.regionId === regionId)?.localName ?? regionId,
    regions,
    customerGateways,
    connections: connections.map(toKnown),
    unread,
  }
}
