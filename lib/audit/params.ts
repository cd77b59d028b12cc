import { z } from 'zod'

export const auditParams = z.object({
  operationId: z.string().min(1).exactOptional(),
  /** Part of an action, a resource id or a request id. */
  text: z.string().min(1).exactOptional(),
  /** ISO 8601; lines at or after, and before. */
  from: z.iso.datetime().exactOptional(),
  until: z.iso.datetime().exactOptional(),
})
