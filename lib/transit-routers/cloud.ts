import 'server-only'
import { z } from 'zod'

import { callCbn, type Write } from '@/lib/cloud/client'
import { within } from '@/lib/cloud/limits'
import { numberedPages, PAGE_SIZE, tokenPages } from '@/lib/cloud/paginate'
import { created, flag, list, moment, nothing, tags, text, whole } from '@/lib/cloud/shape'
import { CloudError } from '@/lib/failure/errors'
import type { Access } from '@/lib/request/access'
import type { RouterInRegion, TransitRouterParams } from '@/lib/transit-routers/params'
import type {
  NewTransitRouter,
  NewTransitRouterCidr,
  TransitRouter,
  TransitRouterCidr,
  TransitRouterCidrAllocation,
  TransitRouterService,
} from '@/lib/transit-routers/schema'

const transitRouterCidr = z.object({
  transitRouterCidrId: text,
  cidr: text,
  name: text,
  description: text,
  publishCidrRoute: flag,
}) satisfies z.ZodType<TransitRouterCidr, unknown>

const transitRouter = z.object({
  transitRouterId: text,
  transitRouterName: text,
  transitRouterDescription: text,
  cenId: text,
  regionId: text,
  status: text,
  type: text,
  aliUid: text,
  supportMulticast: flag,
  creationTime: moment,
  transitRouterCidrList: list(transitRouterCidr),
  tags,
}) satisfies z.ZodType<TransitRouter, unknown>

const page = z.object({ transitRouters: list(transitRouter), totalCount: whole })

/** The transit routers of a CEN instance in every region within the limits of whoever asks, or the one of that id. */
export async function listTransitRouters(
  access: Access,
  params: TransitRouterParams,
): Promise<TransitRouter[]> {
  const all = await numberedPages(async (pageNumber) => {
    const request = { ...params, pageNumber, pageSize: PAGE_SIZE }
    const { transitRouters, totalCount } = await callCbn(
      access,
      'listTransitRouters',
      request,
      page,
    )
    return { items: transitRouters, totalCount }
  })
  return within(access, all, ({ cenId, regionId }) => ({ cenId, regionId }))
}

/** Creates an Enterprise Edition router with its default route table and gives its id; not `Active` at once. */
export const createTransitRouter = (
  access: Access,
  { tags: tag, ...router }: NewTransitRouter,
  write: Write,
): Promise<string> =>
  callCbn(
    access,
    'createTransitRouter',
    { ...router, tag, ...write },
    created('transitRouterId', write.dryRun),
    'transitRouterId',
  )

/** Changes the name or the description; `Modifying` becomes `Active` within seconds. */
export const updateTransitRouter = (
  access: Access,
  router: {
    regionId: string
    transitRouterId: string
    transitRouterName?: string
    transitRouterDescription?: string
  },
  write: Write,
): Promise<void> =>
  callCbn(access, 'updateTransitRouter', { ...router, ...write }, nothing, 'transitRouterId')

// Alibaba: CheckTransitRouterService; the second spelling is theirs.
const NOT_OPEN = ['USER_NOT_OPEN_TR_SERVICE', 'Forbbiden.TransitRouterServiceNotOpen']

/** Whether the account has activated the transit router service, without which nothing here can be created. */
export async function checkTransitRouterService(access: Access): Promise<TransitRouterService> {
  try {
    return await callCbn(access, 'checkTransitRouterService', {}, z.object({ enabled: flag }))
  } catch (error) {
    if (error instanceof CloudError && NOT_OPEN.includes(error.code)) return { enabled: false }
    throw error
  }
}

/** Activates the service; it costs nothing by itself. Fine when it was active already. */
export async function openTransitRouterService(
  access: Access,
  { clientToken }: Write,
): Promise<void> {
  try {
    await callCbn(access, 'openTransitRouterService', { clientToken }, nothing, 'orderId')
  } catch (error) {
    // Alibaba documents Order.Opened, Terraform has met ORDER.OPEND.
    if (error instanceof CloudError && /^order\.open/i.test(error.code)) return
    throw error
  }
}

/** The CIDR blocks of a router. A router without one takes no VPN attachment. */
export async function listTransitRouterCidrs(
  access: Access,
  params: RouterInRegion,
): Promise<TransitRouterCidr[]> {
  const answer = z.object({ cidrLists: list(transitRouterCidr) })
  return (await callCbn(access, 'listTransitRouterCidr', params, answer)).cidrLists
}

const allocation = z.object({
  transitRouterCidrId: text,
  cidr: text,
  allocatedCidrBlock: text,
  attachmentId: text,
  attachmentName: text,
}) satisfies z.ZodType<TransitRouterCidrAllocation, unknown>

const allocations = z.object({ transitRouterCidrAllocations: list(allocation), nextToken: text })

/** What is taken from the CIDR blocks of a router, by which attachment. */
export const listTransitRouterCidrAllocations = (
  access: Access,
  params: RouterInRegion,
): Promise<TransitRouterCidrAllocation[]> =>
  tokenPages(async (nextToken) => {
    const request = { ...params, maxResults: 100, nextToken }
    const page = await callCbn(access, 'listTransitRouterCidrAllocation', request, allocations)
    return { items: page.transitRouterCidrAllocations, nextToken: page.nextToken }
  })

/** Adds a CIDR block to a router and gives its id. */
export const createTransitRouterCidr = (
  access: Access,
  cidr: RouterInRegion & NewTransitRouterCidr,
  write: Write,
): Promise<string> =>
  callCbn(
    access,
    'createTransitRouterCidr',
    { ...cidr, ...write },
    created('transitRouterCidrId', write.dryRun),
    'transitRouterCidrId',
  )

/** Removes a CIDR block; refused while addresses of it are in use. */
export const deleteTransitRouterCidr = (
  access: Access,
  cidr: RouterInRegion & { transitRouterCidrId: string },
  write: Write,
): Promise<void> =>
  callCbn(access, 'deleteTransitRouterCidr', { ...cidr, ...write }, nothing, 'transitRouterCidrId')
