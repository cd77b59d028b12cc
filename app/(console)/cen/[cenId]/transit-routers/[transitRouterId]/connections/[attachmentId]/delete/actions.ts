'use server'
import { z } from 'zod'

import { startDeleteAttachment } from '@/lib/attachments/delete-operation'
import { action } from '@/lib/request/action'

const id = z.string().regex(/^[a-z0-9-]{1,80}$/)
const ids = z.array(id)

/** Begins to delete an attachment with what was reviewed, and its IPsec connection when it is named. */
export const beginDeletion = action(
  {
    permission: 'attachments.write',
    schema: z.strictObject({
      operationId: z.uuid(),
      subject: z.string().max(200),
      attachment: z.strictObject({
        cenId: id,
        regionId: id,
        transitRouterId: id,
        transitRouterAttachmentId: id,
      }),
      reviewed: z.strictObject({
        status: z.string().max(40),
        routes: z.array(
          z.strictObject({ routeEntryId: id, routeTableId: id, destination: z.string().max(60) }),
        ),
        propagations: ids,
        associations: ids,
      }),
      vpnConnectionId: id.exactOptional(),
    }),
  },
  async (begin, access) => {
    await startDeleteAttachment(access, begin)
  },
)
