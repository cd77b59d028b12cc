import { z } from 'zod'

import { get } from '@/lib/request/route'
import { listResourceGroups } from '@/lib/resource-groups/cloud'

export const GET = get({ schema: z.object({}) }, (_, access) => listResourceGroups(access))
