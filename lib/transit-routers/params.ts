import { z } from 'zod'

import { cloudIdText, regionIdText } from '@/lib/text/ids'

export const transitRouterParams = z.object({
  cenId: cloudIdText,
  transitRouterId: cloudIdText.exactOptional(),
})
export type TransitRouterParams = z.infer<typeof transitRouterParams>

export const routerInRegion = z.object({
  regionId: regionIdText,
  transitRouterId: cloudIdText,
})
export type RouterInRegion = z.infer<typeof routerInRegion>
