import { z } from 'zod'

export const transitRouterParams = z.object({
  cenId: z.string().min(1),
  transitRouterId: z.string().min(1).exactOptional(),
})

export const routerInRegion = z.object({
  regionId: z.string().min(1),
  transitRouterId: z.string().min(1),
})
