import { z } from 'zod'

import { listSites } from '@/lib/rehearsal/sites'
import { get } from '@/lib/request/route'

export const GET = get({ schema: z.object({}) }, () => listSites())
