import { z } from 'zod'

export const operationFilter = z.object({
  transitRouterId: z.string().min(1).exactOptional(),
  /** `active`: not final yet. */
  state: z.literal('active').exactOptional(),
})

export const operationParams = z.object({ operationId: z.string().min(1) })
