import 'server-only'
import type { KnownConnection, Surroundings, Unread } from '@/lib/connection-form/surroundings'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { CloudError } from '@/lib/failure/errors'
import { wordsOf } from '@/lib/failure/words'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { keptRegions } from '@/lib/regions/cloud'
import type { CloudLanguage } from '@/lib/regions/schema'
import type { Access } from '@/lib/request/access'

interface Where {
  regionId: string
  language: CloudLanguage
}

/** Reads what the form of a connection needs of a region; a failed read is told in `unread`. */
export async function readSurroundings(access: Access, where: Where): Promise<Surroundings> {
  const { connections, ...region } = await readRegion(access, where)
  return { ...region, ...(connections && { connections: connections.map(toKnown) }) }
}

/** As `readSurroundings`, with the connections whole, for a form that also offers them. */
export async function readRegion(access: Access, { regionId, language }: Where) {
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const [regions, customerGateways, connections] = await Promise.all([
    tolerant('regions', keptRegions(access, { language })),
    tolerant('customerGateways', listCustomerGateways(access, { regionId })),
    tolerant('connections', listIpsecConnections(access, { regionId })),
  ])
  return {
    regionId,
    regionName: regions?.find((region) => region.regionId === regionId)?.localName ?? regionId,
    ...(regions && { regions }),
    ...(customerGateways && { customerGateways }),
    ...(connections && { connections }),
    unread,
  }
}

/** As much of a connection as the rules ask for, so that a page carries no more. */
export const toKnown = ({
  vpnConnectionId,
  name,
  attachType,
  transitRouterId,
  tunnels,
}: IpsecConnection): KnownConnection => ({
  vpnConnectionId,
  name,
  attachType,
  transitRouterId,
  tunnels: tunnels.map(({ bgp }) => (bgp ? { bgp } : {})),
})

/** Waits for something that the form can do without: a failed read gives undefined and is noted in `unread`. */
export const tolerate =
  (unread: Unread[]) =>
  async <T>(what: Unread['what'], reading: Promise<T>): Promise<T | undefined> => {
    try {
      return await reading
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const { code, requestId } = error
      unread.push({ what, code, message: wordsOf(error), ...(requestId && { requestId }) })
      return undefined
    }
  }
