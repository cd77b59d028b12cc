import { z } from 'zod'

import { get } from '@/lib/request/route'
import { checkTransitRouterService } from '@/lib/transit-routers/cloud'

export const GET = get({ schema: z.object({}) }, (_, access) => checkTransitRouterService(access))
