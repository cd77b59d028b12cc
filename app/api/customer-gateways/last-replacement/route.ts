import { z } from 'zod'

import { lastReplacement } from '@/lib/gateway-replacement/undo'
import { get } from '@/lib/request/route'
import { regionIdText } from '@/lib/text/ids'

export const GET = get({ schema: z.object({ regionId: regionIdText }) }, (params, access) =>
  lastReplacement(access, params),
)
