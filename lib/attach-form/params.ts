import type { z } from 'zod'

import { aroundParams, searchParams } from '@/lib/connection-form/params'
import { cloudIdText } from '@/lib/text/ids'

/** The attach form on this router. */
export const attachAroundParams = aroundParams.extend({
  cenId: cloudIdText,
  transitRouterId: cloudIdText,
})

/** `vpnId`: the one that is chosen, whatever is searched for. */
export const freeParams = searchParams.extend({ vpnId: cloudIdText.exactOptional() })
export type FreeParams = z.infer<typeof freeParams>
