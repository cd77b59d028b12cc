import { z } from 'zod'

import { cloudIdText } from '@/lib/text/ids'

export const routeTableParams = z.object({ transitRouterId: cloudIdText })
export type RouteTableParams = z.infer<typeof routeTableParams>

/** Of a route table, of an attachment, or both. */
export const associationParams = z.union([
  z.object({
    transitRouterRouteTableId: cloudIdText,
    transitRouterAttachmentId: cloudIdText.exactOptional(),
  }),
  z.object({ transitRouterAttachmentId: cloudIdText }),
])
export type AssociationParams = z.infer<typeof associationParams>

/** Of one route table, or of one attachment over all tables of its router. */
export const propagationParams = z.union([
  z.object({ transitRouterRouteTableId: cloudIdText }),
  z.object({
    transitRouterId: cloudIdText,
    transitRouterAttachmentId: cloudIdText.exactOptional(),
  }),
])
export type PropagationParams = z.infer<typeof propagationParams>

export const routeEntryParams = z.object({
  transitRouterRouteTableId: cloudIdText,
  /** Only the routes whose next hop is this attachment. */
  transitRouterRouteEntryNextHopId: cloudIdText.exactOptional(),
})
export type RouteEntryParams = z.infer<typeof routeEntryParams>

export const replacementParams = z.object({ transitRouterAttachmentId: cloudIdText })
