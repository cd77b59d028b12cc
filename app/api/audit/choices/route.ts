import { z } from 'zod'

import { listChoices } from '@/lib/audit/list'
import { get } from '@/lib/request/route'

export const GET = get({ schema: z.object({}) }, (_, access) => listChoices(access))
