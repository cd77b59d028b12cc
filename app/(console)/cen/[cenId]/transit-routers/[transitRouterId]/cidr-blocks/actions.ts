'use server'
import { replacing } from '@/lib/cloud/witness'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import {
  createTransitRouterCidr,
  deleteTransitRouterCidr,
  listTransitRouterCidrs,
} from '@/lib/transit-routers/cloud'
import { cidrFormSchema, cidrPlaceSchema } from '@/lib/transit-routers/form'

export const createCidr = action(
  { permission: 'transit-routers.write', schema: cidrFormSchema },
  async (block, access) => ({
    transitRouterCidrId: await createTransitRouterCidr(access, block, writeOnce()),
    cidr: block.cidr,
  }),
)

export const deleteCidr = action(
  { permission: 'transit-routers.delete', approvedAs: 'deleteCidr', schema: cidrPlaceSchema },
  async ({ transitRouterCidrId, ...router }, access) => {
    const block = (await listTransitRouterCidrs(access, router)).find(
      (each) => each.transitRouterCidrId === transitRouterCidrId,
    )
    replacing({ Cidr: block?.cidr ?? '', Name: block?.name ?? '' })
    const write = writeOnce()
    await deleteTransitRouterCidr(access, { ...router, transitRouterCidrId }, write)
  },
)
