import { z } from 'zod'

export const cenParams = z.object({ cenId: z.string().min(1).exactOptional() })
export type CenParams = z.infer<typeof cenParams>
