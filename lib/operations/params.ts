import { z } from 'zod'

export const operationFilter = z.object({
  /** `active`: not final yet. `recent`: that, or begun within the last hour. */
  state: z.enum(['active', 'recent']).exactOptional(),
})
export type OperationFilter = z.infer<typeof operationFilter>

export const operationParams = z.object({ operationId: z.uuid() })
