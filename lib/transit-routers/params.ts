import { z } from 'zod'

export const transitRouterParams = z.object({
  cenId: z.string().min(1),
  transitRouterId: z.string().min(1).exactOptional(),
})
export type TransitRouterParams = z.infer<typeof transitRouterParams>

export const routerInRegion = z.object({
  regionId: z.string().min(1),
  transitRouterId: z.string().min(1),
})
export type RouterInRegion = z.infer<typeof routerInRegion>
