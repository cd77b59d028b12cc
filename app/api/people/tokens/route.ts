import { z } from 'zod'

import { listTokens } from '@/lib/people/tokens'
import { get } from '@/lib/request/route'

export const GET = get(
  { permission: 'own-account.write', schema: z.strictObject({}) },
  async (_, { person }) => (person ? await listTokens(person.personId) : []),
)
