import { z } from 'zod'

export const ipsecConnectionParams = z.object({ regionId: z.string().min(1) })
export type IpsecConnectionParams = z.infer<typeof ipsecConnectionParams>

export const connectionParams = z.object({
  regionId: z.string().min(1),
  vpnConnectionId: z.string().min(1),
})
export type ConnectionParams = z.infer<typeof connectionParams>

export const vpnLogParams = connectionParams.extend({
  tunnelId: z.string().min(1).exactOptional(),
  /** How far back, in minutes: 1 to 10. */
  minutePeriod: z.string().regex(/^([1-9]|10)$/),
})
