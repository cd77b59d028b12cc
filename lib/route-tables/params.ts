import { z } from 'zod'

export const routeTableParams = z.object({ transitRouterId: z.string().min(1) })

/** Of a route table, of an attachment, or both. */
export const associationParams = z.union([
  z.object({
    transitRouterRouteTableId: z.string().min(1),
    transitRouterAttachmentId: z.string().min(1).exactOptional(),
  }),
  z.object({ transitRouterAttachmentId: z.string().min(1) }),
])

/** Of one route table, or of one attachment over all tables of its router. */
export const propagationParams = z.union([
  z.object({ transitRouterRouteTableId: z.string().min(1) }),
  z.object({
    transitRouterId: z.string().min(1),
    transitRouterAttachmentId: z.string().min(1).exactOptional(),
  }),
])

export const routeEntryParams = z.object({
  transitRouterRouteTableId: z.string().min(1),
  /** Only the routes whose next hop is this attachment. */
  transitRouterRouteEntryNextHopId: z.string().min(1).exactOptional(),
})

export const replacementParams = z.object({ transitRouterAttachmentId: z.string().min(1) })
