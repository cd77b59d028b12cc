'use server'
import { z } from 'zod'

import { mustReachAll } from '@/lib/cloud/limits'
import { replacing } from '@/lib/cloud/witness'
import type { Access } from '@/lib/request/access'
import { action } from '@/lib/request/action'
import { writeOnce } from '@/lib/request/intent'
import {
  associate as associateInCloud,
  disablePropagation,
  dissociate as dissociateInCloud,
  enablePropagation,
} from '@/lib/route-tables/bindings'
import {
  createRouteEntry,
  createRouteTable,
  deleteRouteEntry,
  deleteRouteTable,
  listRouteEntries,
  listRouteTables,
} from '@/lib/route-tables/cloud'
import { bindingInput, routeEntryForm, routeTableForm } from '@/lib/route-tables/form'
import { cloudIdText } from '@/lib/text/ids'

const permission = 'route-tables.write'

export const createTable = action(
  { permission, schema: routeTableForm.extend({ transitRouterId: cloudIdText }) },
  (table, access) => createRouteTable(access, table, writeOnce()),
)

export const deleteTable = action(
  {
    permission: 'route-tables.delete',
    approvedAs: 'deleteTable',
    schema: z.strictObject({
      transitRouterId: cloudIdText,
      transitRouterRouteTableId: cloudIdText,
    }),
  },
  async ({ transitRouterId, transitRouterRouteTableId }, access) => {
    const table = (await listRouteTables(access, { transitRouterId })).find(
      (each) => each.transitRouterRouteTableId === transitRouterRouteTableId,
    )
    replacing({ TransitRouterRouteTableName: table?.transitRouterRouteTableName ?? '' })
    await deleteRouteTable(access, transitRouterRouteTableId, writeOnce())
  },
)

export const createEntry = action(
  { permission, schema: routeEntryForm.safeExtend({ transitRouterRouteTableId: cloudIdText }) },
  ({ nextHopType, nextHopId, ...entry }, access) =>
    createRouteEntry(
      access,
      {
        ...entry,
        nextHop:
          nextHopType === 'Attachment'
            ? { type: nextHopType, attachmentId: nextHopId }
            : { type: nextHopType },
      },
      writeOnce(),
    ),
)

export const deleteEntry = action(
  {
    permission: 'route-tables.delete',
    approvedAs: 'deleteEntry',
    schema: z.strictObject({
      transitRouterRouteTableId: cloudIdText,
      transitRouterRouteEntryId: cloudIdText,
    }),
  },
  async ({ transitRouterRouteTableId, transitRouterRouteEntryId }, access) => {
    const [entry] = await listRouteEntries(access, {
      transitRouterRouteTableId,
      transitRouterRouteEntryIds: [transitRouterRouteEntryId],
    })
    // Its id alone does not say where it lies: one that the table does not have may be anybody's.
    if (!entry) mustReachAll(access, 'cenIds', 'regionIds')
    replacing({
      TransitRouterRouteTableId: transitRouterRouteTableId,
      TransitRouterRouteEntryDestinationCidrBlock:
        entry?.transitRouterRouteEntryDestinationCidrBlock ?? '',
      TransitRouterRouteEntryNextHopId: entry?.transitRouterRouteEntryNextHopId ?? '',
    })
    await deleteRouteEntry(access, transitRouterRouteEntryId, writeOnce())
  },
)

/** Under its own name, so that a second person's approval presses the same one again. */
const binding = <Name extends string>(approvedAs: Name) =>
  ({ permission: 'route-tables.bind', schema: bindingInput, approvedAs }) as const

/** What a table forwards or learns no more is lost to it. */
const weighed =
  (isDangerous: boolean, send: typeof associateInCloud) =>
  (of: z.output<typeof bindingInput>, access: Access) => ({
    isDangerous,
    go: () => send(access, of, writeOnce()),
  })

export const associate = action(binding('associate'), weighed(false, associateInCloud))

export const dissociate = action(binding('dissociate'), weighed(true, dissociateInCloud))

export const propagate = action(binding('propagate'), weighed(false, enablePropagation))

export const stopPropagating = action(binding('stopPropagating'), weighed(true, disablePropagation))
