import { queryOptions } from '@tanstack/react-query'

import { getJson } from '@/lib/query/get-json'
import type { RouterInRegion, TransitRouterParams } from '@/lib/transit-routers/params'
import type {
  TransitRouter,
  TransitRouterCidr,
  TransitRouterCidrAllocation,
  TransitRouterService,
} from '@/lib/transit-routers/schema'

/** The transit routers of a CEN instance, in every region. */
export const transitRouterList = (params: TransitRouterParams) =>
  queryOptions({
    queryKey: ['listTransitRouters', params],
    queryFn: () => getJson<TransitRouter[]>('/api/transit-routers', params),
  })

/** One transit router; `undefined` when the CEN instance has none of that id. */
export const transitRouterView = (cenId: string, transitRouterId: string) =>
  queryOptions({
    ...transitRouterList({ cenId, transitRouterId }),
    select: ([router]: TransitRouter[]) => router,
  })

const AN_HOUR = 60 * 60 * 1000

/** Whether the account has activated the transit router service. */
export const transitRouterService = () =>
  queryOptions({
    queryKey: ['checkTransitRouterService'],
    queryFn: () => getJson<TransitRouterService>('/api/transit-routers/service'),
    staleTime: AN_HOUR,
  })

export const transitRouterCidrList = (params: RouterInRegion) =>
  queryOptions({
    queryKey: ['listTransitRouterCidrs', params],
    queryFn: () => getJson<TransitRouterCidr[]>('/api/transit-routers/cidrs', params),
  })

export const transitRouterCidrAllocationList = (params: RouterInRegion) =>
  queryOptions({
    queryKey: ['listTransitRouterCidrAllocations', params],
    queryFn: () =>
      getJson<TransitRouterCidrAllocation[]>('/api/transit-routers/cidr-allocations', params),
  })
