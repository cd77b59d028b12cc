import { z } from 'zod'

import type { CloudLanguage } from '@/lib/regions/schema'

const language = z.enum(['en-US', 'zh-CN']) satisfies z.ZodType<CloudLanguage>

export const regionParams = z.object({ language })
export type RegionParams = z.infer<typeof regionParams>

export type ZoneParams = RegionParams & { regionId: string }
