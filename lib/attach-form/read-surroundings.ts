import 'server-only'
import { listVpnAttachments } from '@/lib/attachments/cloud'
import { listCens } from '@/lib/cen/cloud'
import { readRegion, tolerate, toKnown } from '@/lib/connection-form/read-surroundings'
import type {
  RouterChoice,
  RouterSurroundings,
  Surroundings,
  Unread,
} from '@/lib/connection-form/surroundings'
import { isNotFound } from '@/lib/failure/errors'
import { listGrantsToCen } from '@/lib/grants/cloud'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import { keptZones } from '@/lib/regions/cloud'
import type { CloudLanguage, Region } from '@/lib/regions/schema'
import { type Access, profiles } from '@/lib/request/access'
import { listRouteEntries, listRouteTables } from '@/lib/route-tables/cloud'
import type { RouteEntry } from '@/lib/route-tables/schema'
import { listTransitRouters } from '@/lib/transit-routers/cloud'
import type { TransitRouter } from '@/lib/transit-routers/schema'

/** Prefixes of the default table that the page carries for the overlap rule. */
const MAX_PREFIXES = 300

interface Where {
  cenId: string
  transitRouterId: string
  language: CloudLanguage
}

/** What the form reads because it attaches to a router. */
type AttachSurroundings = Surroundings & { router: RouterSurroundings }

/**
 * Reads all that the form needs, each as soon as it can be. Undefined when there is no such CEN instance or router.
 * @throws CloudError when the routers cannot be read; any other failed read is told in `unread`.
 */
export async function readAttachSurroundings(
  access: Access,
  { cenId, transitRouterId, language }: Where,
): Promise<AttachSurroundings | undefined> {
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const readAround = async () => {
    const routers = await listTransitRouters(access, { cenId }).catch(noneIfMissing)
    const router = routers.find((one) => one.transitRouterId === transitRouterId)
    if (!router) return undefined
    const { regionId } = router
    const within = await Promise.all([
      readRegion(access, { regionId, language }),
      tolerant('zones', keptZones(access, { regionId, language })),
      tolerant('grants', listGrantsToCen(access, { cenId, regionId })),
      tolerant('attachments', listVpnAttachments(access, { cenId, regionId, transitRouterId })),
    ])
    return { routers, router, within }
  }
  const [found, cenName, table] = await Promise.all([
    readAround(),
    nameOfCen(access, cenId),
    tolerant('tables', readDefaultTable(access, transitRouterId)),
  ])
  if (!found) return undefined
  const { routers, router, within } = found
  const [{ regions = [], connections, ...region }, zones, grants, attachments] = within
  return {
    ...region,
    // The free ones are in the page already, whole.
    ...(connections && {
      connections: connections.map((one) => (isUnattached(one) ? one : toKnown(one))),
    }),
    router: {
      ...toChoice(router, regions),
      cenId,
      ...(cenName && { cenName }),
      accountId: profiles.find(({ name }) => name === access.profile)?.accountId ?? router.aliUid,
      choices: routers.map((one) => toChoice(one, regions)),
      ...(zones && { zones }),
      ...(connections && { free: connections.filter(isUnattached) }),
      ...(grants && { grants }),
      ...(attachments && { vpnAttachments: attachments.length }),
      ...table,
    },
    unread: [...region.unread, ...unread],
  }
}

/** Only shown: without it the id stands there. */
async function nameOfCen(access: Access, cenId: string): Promise<string | undefined> {
  const [read] = await Promise.allSettled([listCens(access, { cenId })])
  return read.status === 'fulfilled' ? read.value[0]?.name : undefined
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
  const ofTable = { transitRouterRouteTableId }
  const prefixes = prefixesOf(
    await listRouteEntries(access, ofTable, (soFar) => prefixesOf(soFar).size >= MAX_PREFIXES),
  )
  return {
    defaultTable: table.transitRouterRouteTableName || transitRouterRouteTableId,
    prefixes: [...prefixes].slice(0, MAX_PREFIXES),
  }
}

const prefixesOf = (entries: readonly RouteEntry[]) =>
  new Set(entries.map((entry) => entry.transitRouterRouteEntryDestinationCidrBlock))

const noneIfMissing = (error: unknown) => {
  if (isNotFound(error)) return []
  throw error
}
