import 'server-only'
import { z } from 'zod'

import { callCbn, type Write } from '@/lib/cloud/client'
import { tokenPages } from '@/lib/cloud/paginate'
import { created, flag, list, moment, nothing, tags, text, whole } from '@/lib/cloud/shape'
import type { Access } from '@/lib/request/access'
import type { RouteEntryParams, RouteTableParams } from '@/lib/route-tables/params'
import type {
  NewRouteEntry,
  NewRouteTable,
  PathAttributes,
  RouteEntry,
  RouteTable,
  RouteTableChange,
} from '@/lib/route-tables/schema'
import type { Start } from '@/lib/table/page'

const routeTable = z
  .object({
    transitRouterRouteTableId: text,
    transitRouterRouteTableName: text,
    transitRouterRouteTableDescription: text,
    transitRouterRouteTableStatus: text,
    transitRouterRouteTableType: text,
    transitRouterId: text,
    regionId: text,
    createTime: moment,
    routeTableOptions: z.object({ multiRegionECMP: text }).default({ multiRegionECMP: '' }),
    tags,
  })
  .transform(({ routeTableOptions, ...table }): RouteTable => ({
    ...table,
    multiRegionECMP: routeTableOptions.multiRegionECMP === 'enable',
  }))

const tablePage = z.object({ transitRouterRouteTables: list(routeTable), nextToken: text })

/** The route tables of a router; the one of type `System` is the default table. */
export const listRouteTables = (access: Access, params: RouteTableParams): Promise<RouteTable[]> =>
  tokenPages(async (nextToken) => {
    const request = { ...params, maxResults: 100, nextToken }
    const page = await callCbn(access, 'listTransitRouterRouteTables', request, tablePage)
    return { items: page.transitRouterRouteTables, nextToken: page.nextToken }
  })

const options = (multiRegionECMP: boolean) => ({
  multiRegionECMP: multiRegionECMP ? 'enable' : 'disable',
})

/** Creates a custom route table and gives its id; `Creating` becomes `Active` within seconds. */
export const createRouteTable = (
  access: Access,
  { multiRegionECMP, tags: tag, ...table }: NewRouteTable,
  write: Write,
): Promise<string> =>
  callCbn(
    access,
    'createTransitRouterRouteTable',
    { ...table, tag, routeTableOptions: options(multiRegionECMP), ...write },
    created('transitRouterRouteTableId', write.dryRun),
    'transitRouterRouteTableId',
  )

/** Changes the name or the description of a route table. Its sharing of traffic is told too: left out, it may be switched off. */
export const updateRouteTable = (
  access: Access,
  { multiRegionECMP, ...table }: RouteTableChange,
  write: Write,
): Promise<void> =>
  callCbn(
    access,
    'updateTransitRouterRouteTable',
    // Alibaba: UpdateTransitRouterRouteTable, RouteTableOptions.MultiRegionECMP is `disable` by default.
    { ...table, routeTableOptions: options(multiRegionECMP), ...write },
    nothing,
    'transitRouterRouteTableId',
  )

/** Deletes a custom route table. */
export const deleteRouteTable = (
  access: Access,
  transitRouterRouteTableId: string,
  write: Write,
): Promise<void> =>
  callCbn(
    access,
    'deleteTransitRouterRouteTable',
    { transitRouterRouteTableId, ...write },
    nothing,
    'transitRouterRouteTableId',
  )

const pathAttributes = z
  .object({
    asPaths: list(text),
    communities: list(text),
    originInstanceId: text,
    originInstanceType: text,
    originRouteType: text,
    preference: whole,
  })
  .transform(({ preference, ...rest }): PathAttributes => ({
    ...rest,
    ...(preference > 0 && { preference }),
  }))

const routeEntry = z.object({
  transitRouterRouteEntryId: text,
  transitRouterRouteEntryName: text,
  transitRouterRouteEntryDescription: text,
  createTime: moment,
  transitRouterRouteEntryDestinationCidrBlock: text,
  transitRouterRouteEntryType: text,
  transitRouterRouteEntryStatus: text,
  transitRouterRouteEntryNextHopType: text,
  transitRouterRouteEntryNextHopId: text,
  transitRouterRouteEntryNextHopResourceId: text,
  transitRouterRouteEntryNextHopResourceType: text,
  transitRouterRouteEntryOriginResourceId: text,
  transitRouterRouteEntryOriginResourceType: text,
  operationalMode: flag,
  tag: text,
  pathAttributes: pathAttributes.prefault({}),
}) satisfies z.ZodType<RouteEntry, unknown>

const entryPage = z.object({ transitRouterRouteEntries: list(routeEntry), nextToken: text })

const entriesAt =
  (access: Access, params: RouteEntryParams & { transitRouterRouteEntryIds?: string[] }) =>
  async (nextToken: string | undefined) => {
    const page = await callCbn(
      access,
      'listTransitRouterRouteEntries',
      // Alibaba: ListTransitRouterRouteEntries lists Active routes only, unless asked for All.
      { ...params, transitRouterRouteEntryStatus: 'All', maxResults: 100, nextToken },
      entryPage,
    )
    return { items: page.transitRouterRouteEntries, nextToken: page.nextToken }
  }

/** The routes of a table in every status, or the first of them that are `enough`. */
export const listRouteEntries = (
  access: Access,
  params: RouteEntryParams & { transitRouterRouteEntryIds?: string[] },
  enough?: (soFar: readonly RouteEntry[]) => boolean,
): Promise<RouteEntry[]> => tokenPages(entriesAt(access, params), enough)

/** The first of them, by one call. */
export async function startOfRouteEntries(
  access: Access,
  params: RouteEntryParams,
): Promise<Start<RouteEntry>> {
  const { items, nextToken } = await entriesAt(access, params)(undefined)
  return { items, more: nextToken !== '' }
}

/** Adds a static route and gives its id. */
export const createRouteEntry = (
  access: Access,
  { nextHop, ...entry }: NewRouteEntry,
  write: Write,
): Promise<string> =>
  callCbn(
    access,
    'createTransitRouterRouteEntry',
    {
      ...entry,
      transitRouterRouteEntryNextHopType: nextHop.type,
      transitRouterRouteEntryNextHopId:
        nextHop.type === 'Attachment' ? nextHop.attachmentId : undefined,
      ...write,
    },
    created('transitRouterRouteEntryId', write.dryRun),
    'transitRouterRouteEntryId',
  )

/** Deletes a static route by its id. */
export const deleteRouteEntry = (
  access: Access,
  transitRouterRouteEntryId: string,
  write: Write,
): Promise<void> =>
  callCbn(
    access,
    'deleteTransitRouterRouteEntry',
    { transitRouterRouteEntryId, ...write },
    nothing,
    'transitRouterRouteEntryId',
  )
