'use server'
import { z } from 'zod'

import type { Access } from '@/lib/request/access'
import { action } from '@/lib/request/action'
import { listAssociations } from '@/lib/route-tables/bindings'
import { listRouteEntries } from '@/lib/route-tables/cloud'
import { fingerprintOf } from '@/lib/route-tables/fingerprint'
import { startReplaceRouteTable } from '@/lib/route-tables/operation'

const id = z.string().regex(/^[a-z0-9-]{1,80}$/)
const replacement = z.strictObject({
  operationId: z.uuid(),
  subject: z.string().max(200),
  attachment: z.strictObject({
    cenId: id,
    regionId: id,
    transitRouterId: id,
    transitRouterAttachmentId: id,
  }),
  from: id.or(z.literal('')),
  to: id,
  /** What the preview was made of; left out by an undo, which goes back to what was there. */
  reviewed: z.strictObject({ now: z.string(), after: z.string() }).exactOptional(),
})

/**
 * Begins to replace the associated table, unless what was reviewed is not what is there now; then nothing
 * happens and `changed` says so.
 */
export const beginReplacement = action(
  { permission: 'attachments.write', schema: replacement },
  async ({ operationId, subject, attachment, reviewed, from, to }, access) => {
    const { transitRouterAttachmentId } = attachment
    const [association] = await listAssociations(access, { transitRouterAttachmentId })
    const bound = association?.transitRouterRouteTableId ?? ''
    const same = bound === from && (!reviewed || (await isUnchanged(access, from, to, reviewed)))
    if (!same) return { changed: true as const }
    await startReplaceRouteTable(access, {
      operationId,
      subject,
      attachment,
      fromTableId: from,
      toTableId: to,
    })
    return { changed: false as const }
  },
)

async function isUnchanged(
  access: Access,
  from: string,
  to: string,
  reviewed: { now: string; after: string },
): Promise<boolean> {
  const read = async (transitRouterRouteTableId: string) =>
    fingerprintOf(
      transitRouterRouteTableId
        ? await listRouteEntries(access, { transitRouterRouteTableId })
        : [],
    )
  const [now, after] = await Promise.all([read(from), read(to)])
  return now === reviewed.now && after === reviewed.after
}
