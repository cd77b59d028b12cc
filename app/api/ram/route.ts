import { z } from 'zod'

import { checkPermissions } from '@/lib/ram/check'
import { get } from '@/lib/request/route'

export const GET = get({ schema: z.strictObject({}) }, (_, access) => checkPermissions(access))
