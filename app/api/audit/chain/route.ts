import { z } from 'zod'

import { verifyAudit } from '@/lib/audit/verify'
import { get } from '@/lib/request/route'

export const GET = get({ schema: z.object({}) }, () => verifyAudit())
