'use server'
import { randomUUID } from 'node:crypto'

import { action } from '@/lib/action'
import { createCen } from '@/lib/cen/cloud'
import { cenFormSchema } from '@/lib/cen/form'

export const create = action(
  { permission: 'cen.write', schema: cenFormSchema },
  async (cen, access) => ({
    cenId: await createCen(access, cen, { clientToken: randomUUID() }),
    name: cen.name,
  }),
)
