'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
import type { Access } from '@/lib/request/access'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import { listRouteTables, updateRouteTable } from '@/lib/route-tables/cloud'
import { isToWrite, textEdit } from '@/lib/text/edit'
import { isRouteTableId, isTransitRouterId } from '@/lib/text/ids'

const permission = 'route-tables.write'
const table = {
  transitRouterId: z.string().refine(isTransitRouterId),
  transitRouterRouteTableId: z.string().refine(isRouteTableId),
}

/** The table as the cloud has it now, if it is still there. */
async function current(
  access: Access,
  { transitRouterId, transitRouterRouteTableId }: Record<keyof typeof table, string>,
) {
  const tables = await listRouteTables(access, { transitRouterId })
  return tables.find((one) => one.transitRouterRouteTableId === transitRouterRouteTableId)
}

export const changeName = action(
  // Alibaba: UpdateTransitRouterRouteTable, TransitRouterRouteTableName
  { permission, schema: z.strictObject({ ...table, ...textEdit(128) }) },
  async ({ was, value, ...which }, access) => {
    const now = await current(access, which)
    if (!isToWrite(now?.transitRouterRouteTableName, { was, value })) return
    replacing({ TransitRouterRouteTableName: was })
    await updateRouteTable(
      access,
      {
        transitRouterRouteTableId: which.transitRouterRouteTableId,
        transitRouterRouteTableName: value,
        multiRegionECMP: now?.multiRegionECMP ?? false,
      },
      writeOnce(),
    )
  },
)

export const changeDescription = action(
  // Alibaba: UpdateTransitRouterRouteTable, TransitRouterRouteTableDescription
  { permission, schema: z.strictObject({ ...table, ...textEdit(256) }) },
  async ({ was, value, ...which }, access) => {
    const now = await current(access, which)
    if (!isToWrite(now?.transitRouterRouteTableDescription, { was, value })) return
    replacing({ TransitRouterRouteTableDescription: was })
    await updateRouteTable(
      access,
      {
        transitRouterRouteTableId: which.transitRouterRouteTableId,
        transitRouterRouteTableDescription: value,
        multiRegionECMP: now?.multiRegionECMP ?? false,
      },
      writeOnce(),
    )
  },
)
