'use server'
import { z } from 'zod'

import { deletionOf, startDeleteAttachment } from '@/lib/attachments/delete-operation'
import { action } from '@/lib/request/action'
import { authorise } from '@/lib/request/authorise'
import { cloudIdText, regionIdText } from '@/lib/text/ids'

/** A review shows each of them; an attachment with more is cleared table by table. */
const MOST = 200
const tables = z.array(cloudIdText).max(MOST)

/**
 * Begins to delete an attachment with what hangs on it, and its IPsec connection when asked for. What that is the
 * server reads itself; it has to be what was reviewed.
 */
export const beginDeletion = action(
  {
    permission: 'attachments.delete',
    approvedAs: 'beginDeletion',
    schema: z.strictObject({
      operationId: z.uuid(),
      attachment: z.strictObject({
        cenId: cloudIdText,
        regionId: regionIdText,
        transitRouterId: cloudIdText,
        transitRouterAttachmentId: cloudIdText,
      }),
      reviewed: z.strictObject({
        status: z.string().max(40),
        routes: z
          .array(z.strictObject({ routeTableId: cloudIdText, destination: z.string().max(60) }))
          .max(MOST),
        propagations: tables,
        associations: tables,
      }),
      withConnection: z.boolean(),
    }),
  },
  async ({ operationId, attachment, reviewed, withConnection }, access) => {
    authorise(access, 'route-tables.delete')
    if (withConnection) authorise(access, 'ipsec-connections.delete')
    const begin = await deletionOf(access, { attachment, reviewed, withConnection })
    await startDeleteAttachment(access, { operationId, ...begin })
  },
)
