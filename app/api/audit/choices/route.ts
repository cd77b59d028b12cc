import { z } from 'zod'

import { listChoices } from '@/lib/audit/list'
import { get } from '@/lib/route'

export const GET = get({ schema: z.object({}) }, () => listChoices())
