import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import { getJson } from '@/lib/query'
import type { Association, Propagation, RouteEntry, RouteTable } from '@/lib/route-tables/schema'

export const routeTableParams = z.object({ transitRouterId: z.string().min(1) })
export type RouteTableParams = z.infer<typeof routeTableParams>

/** The route tables of a transit router; the `System` one is the default table. */
export const routeTableList = (params: RouteTableParams) =>
  queryOptions({
    queryKey: ['listRouteTables', params],
    queryFn: () => getJson<RouteTable[]>('/api/route-tables', params),
  })

/** Of a route table, of an attachment, or both. */
export const associationParams = z.union([
  z.object({
    transitRouterRouteTableId: z.string().min(1),
    transitRouterAttachmentId: z.string().min(1).exactOptional(),
  }),
  z.object({ transitRouterAttachmentId: z.string().min(1) }),
])
export type AssociationParams = z.infer<typeof associationParams>

export const associationList = (params: AssociationParams) =>
  queryOptions({
    queryKey: ['listAssociations', params],
    queryFn: () => getJson<Association[]>('/api/route-tables/associations', params),
  })

/** Of one route table, or of one attachment over all tables of its router. */
export const propagationParams = z.union([
  z.object({ transitRouterRouteTableId: z.string().min(1) }),
  z.object({
    transitRouterId: z.string().min(1),
    transitRouterAttachmentId: z.string().min(1).exactOptional(),
  }),
])
export type PropagationParams = z.infer<typeof propagationParams>

export const propagationList = (params: PropagationParams) =>
  queryOptions({
    queryKey: ['listPropagations', params],
    queryFn: () => getJson<Propagation[]>('/api/route-tables/propagations', params),
  })

export const routeEntryParams = z.object({
  transitRouterRouteTableId: z.string().min(1),
  /** Only the routes whose next hop is this attachment. */
  transitRouterRouteEntryNextHopId: z.string().min(1).exactOptional(),
})
export type RouteEntryParams = z.infer<typeof routeEntryParams>

/** The routes of a table in every status, also those that lost against a better one. */
export const routeEntryList = (params: RouteEntryParams) =>
  queryOptions({
    queryKey: ['listRouteEntries', params],
    queryFn: () => getJson<RouteEntry[]>('/api/route-tables/entries', params),
  })
