import type { RouterChoice, Surroundings, Unread } from '@/lib/attach-form/surroundings'
import 'server-only'

import { listVpnAttachments } from '@/lib/attachments/cloud'
import { toKnown } from '@/lib/connection-form/facts'
import { tolerate } from '@/lib/connection-form/tolerate'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { isNotFound } from '@/lib/failure/errors'
import { listGrantsToCen } from '@/lib/grants/cloud'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { listRegions, listZones } from '@/lib/regions/cloud'
import type { CloudLanguage, Region } from '@/lib/regions/schema'
import { type Access, profiles } from '@/lib/request/access'
import { listRouteEntries, listRouteTables } from '@/lib/route-tables/cloud'
import { listTransitRouters } from '@/lib/transit-routers/cloud'
import type { TransitRouter } from '@/lib/transit-routers/schema'

/** Prefixes of the default table that the page carries for the overlap rule. */
const MAX_PREFIXES = 300

interface Where {
  cenId: string
  transitRouterId: string
  language: CloudLanguage
}

/**
 * Reads all that the form needs, each as soon as it can be. Undefined when there is no such CEN instance or router.
 * @throws CloudError when the routers cannot be read; any other failed read is told in `unread`.
 */
export async function readSurroundings(
  access: Access,
  { cenId, transitRouterId, language }: Where,
): Promise<Surroundings | undefined> {
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const readRouter = async () => {
    const routers = await listTransitRouters(access, { cenId }).catch(noneIfMissing)
    const router = routers.find((one) => one.transitRouterId === transitRouterId)
    if (!router) return undefined
    const { regionId } = router
    const within = await Promise.all([
      tolerant('zones', listZones(access, { regionId, language }), []),
      tolerant('customerGateways', listCustomerGateways(access, { regionId }), []),
      tolerant('connections', listIpsecConnections(access, { regionId }), []),
      tolerant('grants', listGrantsToCen(access, { cenId, regionId }), []),
      tolerant(
        'attachments',
        listVpnAttachments(access, { cenId, regionId, transitRouterId }),
        undefined,
      ),
    ])
    return { routers, router, within }
  }
  const [found, regions, tables] = await Promise.all([
    readRouter(),
    tolerant('regions', listRegions(access, { language }), []),
    tolerant('tables', readDefaultTable(access, transitRouterId), {}),
  ])
  if (!found) return undefined
  const { routers, router, within } = found
  const [zones, customerGateways, connections, grants, attachments] = within
  return {
    cenId,
    accountId: profiles.find(({ name }) => name === access.profile)?.accountId ?? router.aliUid,
    routers: routers.map((one) => toChoice(one, regions)),
    router: toChoice(router, regions),
    zones,
    customerGateways,
    free: connections.filter(isUnattached),
    taken: connections.filter((connection) => !isUnattached(connection)).map(toKnown),
    grants,
    ...(attachments && { vpnAttachments: attachments.length }),
    ...tables,
    unread,
  }
}

const toChoice = (router: TransitRouter, regions: readonly Region[]): RouterChoice => ({
  transitRouterId: router.transitRouterId,
  transitRouterName: router.transitRouterName,
  regionId: router.regionId,
  status: router.status,
  type: router.type,
  regionName:
    regions.find(({ regionId }) => regionId === router.regionId)?.localName ?? router.regionId,
  cidrBlocks: router.transitRouterCidrList.map(({ cidr }) => cidr),
})

async function readDefaultTable(access: Access, transitRouterId: string) {
  const tables = await listRouteTables(access, { transitRouterId })
  const table = tables.find(
    ({ transitRouterRouteTableType }) => transitRouterRouteTableType === 'System',
  )
  if (!table) return {}
  const { transitRouterRouteTableId } = table
  const entries = await listRouteEntries(access, { transitRouterRouteTableId })
  const prefixes = new Set(
    entries.map((entry) => entry.transitRouterRouteEntryDestinationCidrBlock),
  )
  return {
    defaultTable: table.transitRouterRouteTableName || transitRouterRouteTableId,
    routerPrefixes: [...prefixes].slice(0, MAX_PREFIXES),
  }
}

const noneIfMissing = (error: unknown) => {
  if (isNotFound(error)) return []
  throw error
}
