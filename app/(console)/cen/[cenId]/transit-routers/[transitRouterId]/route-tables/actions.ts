'use server'
import { z } from 'zod'

import { replacing } from '@/lib/cloud/witness'
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
    permission,
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
    permission,
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
    replacing({
      TransitRouterRouteTableId: transitRouterRouteTableId,
      TransitRouterRouteEntryDestinationCidrBlock:
        entry?.transitRouterRouteEntryDestinationCidrBlock ?? '',
      TransitRouterRouteEntryNextHopId: entry?.transitRouterRouteEntryNextHopId ?? '',
    })
    await deleteRouteEntry(access, transitRouterRouteEntryId, writeOnce())
  },
)

export const associate = action({ permission, schema: bindingInput }, (binding, access) =>
  associateInCloud(access, binding, writeOnce()),
)

export const dissociate = action({ permission, schema: bindingInput }, (binding, access) =>
  dissociateInCloud(access, binding, writeOnce()),
)

export const propagate = action({ permission, schema: bindingInput }, (binding, access) =>
  enablePropagation(access, binding, writeOnce()),
)

export const stopPropagating = action({ permission, schema: bindingInput }, (binding, access) =>
  disablePropagation(access, binding, writeOnce()),
)
