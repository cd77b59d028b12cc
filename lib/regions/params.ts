import { z } from 'zod'

const language = z.enum(['en-US', 'zh-CN'])

export const regionParams = z.object({ language })
export type RegionParams = z.infer<typeof regionParams>

export const zoneParams = z.object({ regionId: z.string().min(1), language })
export type ZoneParams = z.infer<typeof zoneParams>
