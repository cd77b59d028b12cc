'use server'
import { z } from 'zod'

import { listVpnAttachments } from '@/lib/attachments/cloud'
import type { Access } from '@/lib/request/access'
import { action } from '@/lib/request/action'
import { listAssociations } from '@/lib/route-tables/bindings'
import { listRouteEntries } from '@/lib/route-tables/cloud'
import { fingerprintOf } from '@/lib/route-tables/fingerprint'
import { startReplaceRouteTable } from '@/lib/route-tables/operation'
import { cloudIdText, regionIdText } from '@/lib/text/ids'

const fingerprint = z.string().max(100)
const replacement = z.strictObject({
  operationId: z.uuid(),
  attachment: z.strictObject({
    cenId: cloudIdText,
    regionId: regionIdText,
    transitRouterId: cloudIdText,
    transitRouterAttachmentId: cloudIdText,
  }),
  from: cloudIdText.or(z.literal('')),
  to: cloudIdText,
  /** What the preview was made of. */
  reviewed: z.strictObject({ now: fingerprint, after: fingerprint }),
})

/**
 * Begins to replace the associated table, unless what was reviewed is not what is there now; then nothing
 * happens and `changed` says so.
 */
export const beginReplacement = action(
  { permission: 'attachments.write', schema: replacement },
  async ({ operationId, attachment, reviewed, from, to }, access) => {
    const { transitRouterAttachmentId } = attachment
    const [[found], [association]] = await Promise.all([
      listVpnAttachments(access, attachment),
      listAssociations(access, { transitRouterAttachmentId }),
    ])
    const bound = association?.transitRouterRouteTableId ?? ''
    const same = bound === from && (await isUnchanged(access, from, to, reviewed))
    if (!same || !found) return { changed: true as const }
    await startReplaceRouteTable(access, {
      operationId,
      subject: found.transitRouterAttachmentName || transitRouterAttachmentId,
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
