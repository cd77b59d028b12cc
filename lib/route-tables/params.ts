import { z } from 'zod'

export const routeTableParams = z.object({ transitRouterId: z.string().min(1) })
export type RouteTableParams = z.infer<typeof routeTableParams>

/** Of a route table, of an attachment, or both. */
export const associationParams = z.union([
  z.object({
    transitRouterRouteTableId: z.string().min(1),
    transitRouterAttachmentId: z.string().min(1).exactOptional(),
  }),
  z.object({ transitRouterAttachmentId: z.string().min(1) }),
])
export type AssociationParams = z.infer<typeof associationParams>

/** Of one route table, or of one attachment over all tables of its router. */
export const propagationParams = z.union([
  z.object({ transitRouterRouteTableId: z.string().min(1) }),
  z.object({
    transitRouterId: z.string().min(1),
    transitRouterAttachmentId: z.string().min(1).exactOptional(),
  }),
])
export type PropagationParams = z.infer<typeof propagationParams>

export const routeEntryParams = z.object({
  transitRouterRouteTableId: z.string().min(1),
  /** Only the routes whose next hop is this attachment. */
  transitRouterRouteEntryNextHopId: z.string().min(1).exactOptional(),
})
export type RouteEntryParams = z.infer<typeof routeEntryParams>

export const replacementParams = z.object({ transitRouterAttachmentId: z.string().min(1) })
