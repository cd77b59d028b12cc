import { z } from 'zod'

import { listSessions } from '@/lib/people/session'
import { get } from '@/lib/request/route'

export const GET = get(
  { permission: 'own-account.write', schema: z.strictObject({}) },
  async (_, { person }) => (person ? await listSessions(person) : []),
)
