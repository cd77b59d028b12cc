import { z } from 'zod'

import { listFactors } from '@/lib/people/factors'
import { get } from '@/lib/request/route'

export const GET = get(
  { permission: 'own-account.write', schema: z.strictObject({}) },
  async (_, { person }) => (person ? await listFactors(person.personId) : []),
)
