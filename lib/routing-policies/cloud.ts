import 'server-only'
import { z } from 'zod'

import { callCbn } from '@/lib/cloud/client'
import { within } from '@/lib/cloud/limits'
import { numberedPages, PAGE_SIZE } from '@/lib/cloud/paginate'
import { flag, text, whole, wrapped } from '@/lib/cloud/shape'
import type { Access } from '@/lib/request/access'
import type { RoutingPolicyParams } from '@/lib/routing-policies/params'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'

const texts = (name: string) => wrapped(name, text)

const routeMap = z
  .object({
    routeMapId: text,
    cenId: text,
    cenRegionId: text,
    transitRouterRouteTableId: text,
    description: text,
    status: text,
    priority: whole,
    nextPriority: whole,
    transmitDirection: text,
    mapResult: text,
    preference: whole,
    sourceChildInstanceTypes: texts('sourceChildInstanceType'),
    sourceInstanceIds: texts('sourceInstanceId'),
    sourceInstanceIdsReverseMatch: flag,
    sourceRegionIds: texts('sourceRegionId'),
    sourceRouteTableIds: texts('sourceRouteTableId'),
    destinationChildInstanceTypes: texts('destinationChildInstanceType'),
    destinationInstanceIds: texts('destinationInstanceId'),
    destinationInstanceIdsReverseMatch: flag,
    destinationRegionIds: texts('destinationRegionId'),
    destinationRouteTableIds: texts('destinationRouteTableId'),
    destinationCidrBlocks: texts('destinationCidrBlock'),
    cidrMatchMode: text,
    matchAddressType: text,
    routeTypes: texts('routeType'),
    matchAsns: texts('matchAsn'),
    asPathMatchMode: text,
    matchCommunitySet: texts('matchCommunity'),
    communityMatchMode: text,
    operateCommunitySet: texts('operateCommunity'),
    communityOperateMode: text,
    prependAsPath: texts('asPath'),
  })
  .transform(({ nextPriority, preference, ...rest }): RoutingPolicy => ({
    ...rest,
    ...(nextPriority > 0 && { nextPriority }),
    ...(preference > 0 && { preference }),
  }))

const page = z.object({ routeMaps: wrapped('routeMap', routeMap), totalCount: whole })

/** The routing policies of a CEN instance, narrowed to a region or a route table. */
export async function listRoutingPolicies(
  access: Access,
  params: RoutingPolicyParams,
): Promise<RoutingPolicy[]> {
  const all = await numberedPages(async (pageNumber) => {
    const request = { ...params, pageNumber, pageSize: PAGE_SIZE }
    const { routeMaps, totalCount } = await callCbn(access, 'describeCenRouteMaps', request, page)
    return { items: routeMaps, totalCount }
  })
  return within(access, all, ({ cenId, cenRegionId: regionId }) => ({ cenId, regionId }))
}
