import { z } from 'zod'

export const grantToCenParams = z.object({
  cenId: z.string().min(1),
  regionId: z.string().min(1).exactOptional(),
  /** Only the instances of this account. */
  childInstanceOwnerId: z.string().min(1).exactOptional(),
})
export type GrantToCenParams = z.infer<typeof grantToCenParams>
