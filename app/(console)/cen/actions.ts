'use server'
import { randomUUID } from 'node:crypto'

import { z } from 'zod'

import { createCen } from '@/lib/cen/cloud'
import { cenFormSchema } from '@/lib/cen/form'
import { action } from '@/lib/request/action'
import { openTransitRouterService } from '@/lib/transit-routers/cloud'

export const create = action(
  { permission: 'cen.write', schema: cenFormSchema },
  async (cen, access) => ({
    cenId: await createCen(access, cen, { clientToken: randomUUID() }),
    name: cen.name,
  }),
)

export const openService = action(
  { permission: 'transit-routers.write', schema: z.strictObject({}) },
  (_, access) => openTransitRouterService(access, { clientToken: randomUUID() }),
)
