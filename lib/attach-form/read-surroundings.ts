import 'server-only'
import { knownOf } from '@/lib/attach-form/free'
import type { AttachFormValues } from '@/lib/attach-form/values'
import { countVpnAttachments } from '@/lib/attachments/cloud'
import { listCens } from '@/lib/cen/cloud'
import { type Around, blocksOf } from '@/lib/connection-form/around'
import {
  readAround,
  readChoices,
  readSurroundings,
  tolerate,
} from '@/lib/connection-form/read-surroundings'
import type {
  RouterChoice,
  RouterSurroundings,
  Surroundings,
  Unread,
} from '@/lib/connection-form/surroundings'
import { isNotFound } from '@/lib/failure/errors'
import { listGrantsToCen } from '@/lib/grants/cloud'
import { describeIpsecConnection, listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { profiles } from '@/lib/people/profiles'
import { keptZones } from '@/lib/regions/cloud'
import type { CloudLanguage, Region } from '@/lib/regions/schema'
import type { Access } from '@/lib/request/access'
import { listRouteEntries, listRouteTables } from '@/lib/route-tables/cloud'
import type { RouteEntry, RouteTable } from '@/lib/route-tables/schema'
import { isConnectionId } from '@/lib/text/ids'
import { listTransitRouters } from '@/lib/transit-routers/cloud'
import type { TransitRouter } from '@/lib/transit-routers/schema'

/** Prefixes of the default table that the overlap rule takes. */
const MAX_PREFIXES = 300

interface Where {
  cenId: string
  transitRouterId: string
  language: CloudLanguage
}

/** What the form knows because it attaches to a router. */
type AttachSurroundings = Surroundings & { router: RouterSurroundings }

/**
 * Reads what the page shows at first, in two steps: whether there is such a CEN instance and router, and what can be
 * chosen there. `vpnId`: a connection that it names already, of this account unless it is `foreign`. Undefined when
 * there is no such router. @throws CloudError when the routers cannot be read; any other failed read is told in `unread`.
 */
export async function readAttachChoices(
  access: Access,
  { cenId, transitRouterId, language }: Where,
  named: { vpnId?: string; foreign?: boolean } = {},
): Promise<AttachSurroundings | undefined> {
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const readWithin = async () => {
    const found = await findRouter(access, cenId, transitRouterId)
    if (!found) return undefined
    const { regionId } = found.router
    const { vpnId, foreign } = named
    const within = await Promise.all([
      readChoices(access, { regionId, language }),
      tolerant('zones', keptZones(access, { regionId, language })),
      tolerant('attachments', countVpnAttachments(access, { cenId, regionId, transitRouterId })),
      vpnId && !foreign
        ? tolerant('connections', readConnection(access, regionId, vpnId))
        : undefined,
      vpnId && foreign
        ? tolerant('grants', listGrantsToCen(access, { cenId, regionId }))
        : undefined,
    ])
    return { ...found, within }
  }
  const [found, cenName, tables] = await Promise.all([
    readWithin(),
    nameOfCen(access, cenId),
    tolerant('tables', listRouteTables(access, { transitRouterId })),
  ])
  if (!found) return undefined
  const { routers, router, within } = found
  const [choices, zones, attachments, selected, grants] = within
  // The regions themselves are in the names of the choices.
  const { regions = [], ...region } = choices
  const table = tables && defaultOf(tables)
  return {
    ...region,
    ...selected,
    router: {
      ...toRouter(access, cenId, router, regions),
      ...(cenName && { cenName }),
      choices: routers.map((one) => toChoice(one, regions)),
      ...(zones && { zones }),
      ...(grants && { grants }),
      ...(attachments && {
        vpnAttachments: attachments.count,
        attachmentNames: attachments.names,
      }),
      ...(table && {
        defaultTable: table.transitRouterRouteTableName || table.transitRouterRouteTableId,
      }),
    },
    unread: [...region.unread, ...unread],
  }
}

/** Reads what comes after the page. A failed read is told in `unread`. */
export async function readAttachAround(
  access: Access,
  {
    cenId,
    regionId,
    transitRouterId,
  }: { cenId: string; regionId: string; transitRouterId: string },
): Promise<Around> {
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const [around, grants, prefixes] = await Promise.all([
    readAround(access, { regionId }),
    tolerant('grants', listGrantsToCen(access, { cenId, regionId })),
    tolerant('tables', readPrefixes(access, transitRouterId)),
  ])
  return {
    ...around,
    ...(grants && { grants }),
    ...(prefixes && { prefixes }),
    unread: [...around.unread, ...unread],
  }
}

/**
 * What the form is judged with on OK, read anew: only what the rules that stop it ask of these values. Undefined when
 * there is no such router. @throws CloudError when the routers cannot be read.
 */
export async function readAttachSurroundings(
  access: Access,
  { cenId, language }: Pick<Where, 'cenId' | 'language'>,
  { transitRouterId, owner, resource, connection }: AttachFormValues,
): Promise<AttachSurroundings | undefined> {
  const found = await findRouter(access, cenId, transitRouterId)
  if (!found) return undefined
  const { regionId } = found.router
  const unread: Unread[] = []
  const tolerant = tolerate(unread)
  const selects = resource.kind === 'select'
  const [region, selected, zones, grants] = await Promise.all([
    selects
      ? { regionId, regionName: regionId, unread: [] }
      : readSurroundings(access, regionId, connection),
    selects && owner.kind === 'current'
      ? tolerant('connections', readSelected(access, regionId, resource.vpnId))
      : undefined,
    tolerant('zones', keptZones(access, { regionId, language })),
    selects && owner.kind === 'other'
      ? tolerant('grants', listGrantsToCen(access, { cenId, regionId }))
      : undefined,
  ])
  return {
    ...region,
    ...selected,
    router: {
      ...toRouter(access, cenId, found.router, []),
      choices: [],
      ...(zones && { zones }),
      ...(grants && { grants }),
    },
    unread: [...region.unread, ...unread],
  }
}

async function findRouter(access: Access, cenId: string, transitRouterId: string) {
  const routers = await listTransitRouters(access, { cenId }).catch(noneIfMissing)
  const router = routers.find((one) => one.transitRouterId === transitRouterId)
  return router && { routers, router }
}

/** The connection that is to be attached, or that there is none. */
async function readConnection(
  access: Access,
  regionId: string,
  vpnId: string,
): Promise<Pick<Surroundings, 'connections' | 'gone'>> {
  if (!isConnectionId(vpnId)) return { gone: [vpnId] }
  try {
    const connection = await describeIpsecConnection(access, { regionId, vpnConnectionId: vpnId })
    return { connections: [knownOf(connection)] }
  } catch (error) {
    if (isNotFound(error)) return { gone: [vpnId] }
    throw error
  }
}

/** The same, with the tunnel blocks of the others. */
async function readSelected(
  access: Access,
  regionId: string,
  vpnId: string,
): Promise<Pick<Surroundings, 'connections' | 'gone' | 'blocks'>> {
  const all = await listIpsecConnections(access, { regionId })
  const selected = all.find(({ vpnConnectionId }) => vpnConnectionId === vpnId)
  return {
    blocks: blocksOf(all),
    ...(selected ? { connections: [knownOf(selected)] } : { gone: [vpnId] }),
  }
}

/** Only shown: without it the id stands there. */
async function nameOfCen(access: Access, cenId: string): Promise<string | undefined> {
  const [read] = await Promise.allSettled([listCens(access, { cenId })])
  return read.status === 'fulfilled' ? read.value[0]?.name : undefined
}

const toRouter = (
  access: Access,
  cenId: string,
  router: TransitRouter,
  regions: readonly Region[],
) => ({
  ...toChoice(router, regions),
  cenId,
  accountId: profiles.find(({ name }) => name === access.profile)?.accountId ?? router.aliUid,
})

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

const defaultOf = (tables: readonly RouteTable[]) =>
  tables.find(({ transitRouterRouteTableType }) => transitRouterRouteTableType === 'System')

async function readPrefixes(access: Access, transitRouterId: string): Promise<string[]> {
  const table = defaultOf(await listRouteTables(access, { transitRouterId }))
  if (!table) return []
  const { transitRouterRouteTableId } = table
  const prefixes = prefixesOf(
    await listRouteEntries(
      access,
      { transitRouterRouteTableId },
      (soFar) => prefixesOf(soFar).size >= MAX_PREFIXES,
    ),
  )
  return [...prefixes].slice(0, MAX_PREFIXES)
}

const prefixesOf = (entries: readonly RouteEntry[]) =>
  new Set(entries.map((entry) => entry.transitRouterRouteEntryDestinationCidrBlock))

const noneIfMissing = (error: unknown) => {
  if (isNotFound(error)) return []
  throw error
}
