import 'server-only'
import { type Around, blocksOf, packed } from '@/lib/connection-form/around'
import { connectionsWithin, toKnownGateway } from '@/lib/connection-form/search'
import type { KnownGateway, Surroundings, Unread } from '@/lib/connection-form/surroundings'
import { activeTunnels } from '@/lib/connection-form/tunnels'
import type { ConnectionValues } from '@/lib/connection-form/values'
import { listCustomerGateways, startOfCustomerGateways } from '@/lib/customer-gateways/cloud'
import { CloudError } from '@/lib/failure/errors'
import { wordsOf } from '@/lib/failure/words'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { keptRegions } from '@/lib/regions/cloud'
import type { CloudLanguage } from '@/lib/regions/schema'
import type { Access } from '@/lib/request/access'

interface Where {
  regionId: string
  language: CloudLanguage
}

/**
 * What the page of a form shows at first: its choices. However much the account has, it is one page of the cloud's
 * list; the rest comes after it, by `readAround`. A failed read is told in `unread`.
 */
export async function readChoices(
  access: Access,
  { regionId, language }: Where,
): Promise<Surroundings> {
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const [regions, gateways] = await Promise.all([
    tolerant('regions', keptRegions(access, { language })),
    tolerant('customerGateways', startOfCustomerGateways(access, { regionId })),
  ])
  return {
    regionId,
    regionName: regions?.find((region) => region.regionId === regionId)?.localName ?? regionId,
    ...(regions && { regions }),
    ...(gateways && { customerGateways: gateways.items.map(toKnownGateway) }),
    ...(gateways?.more && { moreGateways: true }),
    unread,
  }
}

/** The same with the gateways that the form names already. */
export const withGateways = (
  known: Surroundings,
  { customerGateways, gone }: Gateways,
): Surroundings => ({
  ...known,
  customerGateways: [
    ...customerGateways,
    ...(known.customerGateways ?? []).filter(
      ({ customerGatewayId: id }) => !customerGateways.some((own) => own.customerGatewayId === id),
    ),
  ],
  gone,
})

/** What a form is judged with on OK: as `readChoices`, but read anew, and only what its rules ask. */
export async function readSurroundings(
  access: Access,
  regionId: string,
  connection: ConnectionValues,
): Promise<Surroundings> {
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const named = activeTunnels(connection).map(({ customerGatewayId }) => customerGatewayId)
  const [gateways, connections] = await Promise.all([
    tolerant('customerGateways', readGateways(access, regionId, named)),
    connection.enableBgp
      ? tolerant('connections', listIpsecConnections(access, { regionId }))
      : undefined,
  ])
  return {
    regionId,
    regionName: regionId,
    ...gateways,
    ...(connections && { blocks: blocksOf(connections) }),
    unread,
  }
}

/** What comes after the page of a form: what its rules need of the other connections of the region. */
export async function readAround(
  access: Access,
  { regionId }: { regionId: string },
): Promise<Around> {
  const unread: Unread[] = []
  const connections = await tolerate(unread)(
    'connections',
    connectionsWithin(access, { regionId }, 0),
  )
  return { routers: [], ...(connections && packed(connections)), unread }
}

interface Gateways {
  customerGateways: KnownGateway[]
  gone: string[]
}

/** The customer gateways of these ids, and which of the ids the region does not have. */
export async function readGateways(
  access: Access,
  regionId: string,
  ids: readonly string[],
): Promise<Gateways> {
  const named = [...new Set(ids)].filter((id) => id !== '')
  const found = await Promise.all(
    named.map((customerGatewayId) => listCustomerGateways(access, { regionId, customerGatewayId })),
  )
  const customerGateways = found.flat().map(toKnownGateway)
  const there = new Set(customerGateways.map(({ customerGatewayId }) => customerGatewayId))
  return { customerGateways, gone: named.filter((id) => !there.has(id)) }
}

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
