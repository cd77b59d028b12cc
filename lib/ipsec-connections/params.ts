import { z } from 'zod'

import { cloudIdText, regionIdText } from '@/lib/text/ids'

export const ipsecConnectionParams = z.object({
  regionId: regionIdText,
  /** Ids with a comma between them: these connections and no others. */
  only: z
    .string()
    .max(10_000)
    .refine((ids) => ids.split(',').every((id) => cloudIdText.safeParse(id).success))
    .exactOptional(),
})
export type IpsecConnectionParams = z.infer<typeof ipsecConnectionParams>

export const connectionParams = z.object({
  regionId: regionIdText,
  vpnConnectionId: cloudIdText,
})
export type ConnectionParams = z.infer<typeof connectionParams>

/** Seconds since 1970, as ten digits or so. */
const second = z
  .string()
  .regex(/^[1-9]\d{0,10}$/)
  .exactOptional()

/** Which lines of a log: those of the last minutes, or those from one moment to another. */
export const vpnLogParams = connectionParams
  .extend({
    tunnelId: cloudIdText.exactOptional(),
    /** How far back, in minutes: 1 to 10. */
    minutePeriod: z
      .string()
      .regex(/^([1-9]|10)$/)
      .exactOptional(),
    from: second,
    to: second,
    /** Which thousand of them. */
    chunk: z
      .string()
      .regex(/^\d{1,3}$/)
      .exactOptional(),
  })
  .refine(({ minutePeriod, from, to }) =>
    minutePeriod === undefined
      ? from !== undefined && to !== undefined && Number(from) <= Number(to)
      : from === undefined && to === undefined,
  )
export type VpnLogParams = z.infer<typeof vpnLogParams>
