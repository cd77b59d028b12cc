import { z } from 'zod'

import { tellings } from '@/lib/route-tables/comparison'
import { outcomes } from '@/lib/route-tables/difference'
import { cloudIdText, regionIdText } from '@/lib/text/ids'

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

/** What the list of a comparison is filtered and sorted by. */
export const comparisonColumns = ['prefix', 'now', 'after', 'told', 'back', 'outcome'] as const
export type ComparisonColumn = (typeof comparisonColumns)[number]

/** How many rows one answer gives at most. */
export const MOST_ROWS = 1000

const texts = z
  .string()
  .max(2000)
  .transform((text) => text.split('\n').filter((line) => line !== ''))
  .pipe(z.array(z.string().max(200)).max(10))
  .exactOptional()
const number = z.coerce.number().int().min(0).max(1_000_000_000)

/** A change of an attachment's table. */
export const changeParams = z.object({
  cenId: cloudIdText,
  /** Of the router. */
  regionId: regionIdText,
  transitRouterId: cloudIdText,
  transitRouterAttachmentId: cloudIdText,
  /** Left out: none is associated. */
  from: cloudIdText.exactOptional(),
  to: cloudIdText,
})
export type ChangeParams = z.infer<typeof changeParams>

/** Which rows of its comparison. */
export const comparisonParams = changeParams.extend({
  /** Milliseconds: how old the reading may be. */
  within: number,
  outcome: z.enum(outcomes).exactOptional(),
  /** What the other end is told. */
  told: z.enum(tellings).exactOptional(),
  /** One a line, in lower case: texts that all stand somewhere in the row. */
  words: texts,
  /** One a line, `column:text`. */
  properties: texts,
  sort: z.enum(comparisonColumns).exactOptional(),
  order: z.enum(['asc', 'desc']).catch('asc'),
  /** From 0; one past the end is the last. */
  page: number.default(0),
  size: number.min(1).max(MOST_ROWS).default(20),
})
export type ComparisonParams = z.infer<typeof comparisonParams>
