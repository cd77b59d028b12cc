import { z } from 'zod'

import { cloudIdText } from '@/lib/text/ids'

export const cenParams = z.object({ cenId: cloudIdText.exactOptional() })
export type CenParams = z.infer<typeof cenParams>
