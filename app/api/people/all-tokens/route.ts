import { z } from 'zod'

import { listTokens } from '@/lib/people/tokens'
import { get } from '@/lib/request/route'

export const GET = get({ permission: 'people.read', schema: z.strictObject({}) }, () =>
  listTokens(),
)
