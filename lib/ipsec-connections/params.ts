import { z } from 'zod'

import { cloudIdText, regionIdText } from '@/lib/text/ids'

export const ipsecConnectionParams = z.object({ regionId: regionIdText })
export type IpsecConnectionParams = z.infer<typeof ipsecConnectionParams>

export const connectionParams = z.object({
  regionId: regionIdText,
  vpnConnectionId: cloudIdText,
})
export type ConnectionParams = z.infer<typeof connectionParams>

export const vpnLogParams = connectionParams.extend({
  tunnelId: cloudIdText.exactOptional(),
  /** How far back, in minutes: 1 to 10. */
  minutePeriod: z.string().regex(/^([1-9]|10)$/),
})
