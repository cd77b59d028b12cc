import { z } from 'zod'

import { accountIdText, cloudIdText, regionIdText } from '@/lib/text/ids'

export const grantToCenParams = z.object({
  cenId: cloudIdText,
  regionId: regionIdText.exactOptional(),
  /** Only the instances of this account. */
  childInstanceOwnerId: accountIdText.exactOptional(),
})
export type GrantToCenParams = z.infer<typeof grantToCenParams>
