import { z } from 'zod'

import { connectionParams } from '@/lib/ipsec-connections/params'

const DAYS_90 = 90 * 86_400_000

export const historyParams = connectionParams
  .extend({ from: z.iso.datetime(), until: z.iso.datetime() })
  .refine(({ from, until }) => {
    const length = Date.parse(until) - Date.parse(from)
    return length > 0 && length <= DAYS_90 + 86_400_000
  })
export type HistoryParams = z.infer<typeof historyParams>
