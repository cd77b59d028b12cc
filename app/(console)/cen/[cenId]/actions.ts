'use server'
import { randomUUID } from 'node:crypto'

import { action } from '@/lib/action'
import { createTransitRouter } from '@/lib/transit-routers/cloud'
import { transitRouterFormSchema } from '@/lib/transit-routers/form'

export const createRouter = action(
  { permission: 'transit-routers.write', schema: transitRouterFormSchema },
  async (router, access) => ({
    transitRouterId: await createTransitRouter(access, router, { clientToken: randomUUID() }),
    name: router.transitRouterName,
  }),
)
