import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'

import { getJson } from '@/lib/query'
import type { transitRouterParams, routerInRegion } from '@/lib/transit-routers/params'
import type {
  TransitRouter,
  TransitRouterCidr,
  TransitRouterCidrAllocation,
} from '@/lib/transit-routers/schema'

export type TransitRouterParams = z.infer<typeof transitRouterParams>

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

export type RouterInRegion = z.infer<typeof routerInRegion>

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
