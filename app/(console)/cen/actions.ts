'use server'
import { z } from 'zod'

import { createCen } from '@/lib/cen/cloud'
import { cenFormSchema } from '@/lib/cen/form'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { openTransitRouterService } from '@/lib/transit-routers/cloud'

export const create = action(
  { permission: 'cen.write', schema: cenFormSchema },
  async (cen, access) => ({
    cenId: await createCen(access, cen, writeOnce()),
    name: cen.name,
  }),
)

export const openService = action(
  { permission: 'transit-routers.write', schema: z.strictObject({}) },
  (_, access) => openTransitRouterService(access, writeOnce()),
)
