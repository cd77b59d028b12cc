'use server'
import { randomUUID } from 'node:crypto'

import { action } from '@/lib/action'
import { createTransitRouterCidr, deleteTransitRouterCidr } from '@/lib/transit-routers/cloud'
import { cidrFormSchema, cidrPlaceSchema } from '@/lib/transit-routers/form'

export const createCidr = action(
  { permission: 'transit-routers.write', schema: cidrFormSchema },
  async (block, access) => ({
    transitRouterCidrId: await createTransitRouterCidr(access, block, {
      clientToken: randomUUID(),
    }),
    cidr: block.cidr,
  }),
)

export const deleteCidr = action(
  { permission: 'transit-routers.write', schema: cidrPlaceSchema },
  (place, access) => deleteTransitRouterCidr(access, place, { clientToken: randomUUID() }),
)
