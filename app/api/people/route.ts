import { z } from 'zod'

import { listMembers } from '@/lib/people/members'
import { get } from '@/lib/request/route'

export const GET = get({ permission: 'people.read', schema: z.strictObject({}) }, listMembers)
