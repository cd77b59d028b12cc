'use server'
import { z } from 'zod'

import { listVpnAttachments } from '@/lib/attachments/cloud'
import { action } from '@/lib/request/action'
import { listAssociations } from '@/lib/route-tables/bindings'
import { listRouteEntries } from '@/lib/route-tables/cloud'
import { differenceOf, toldOf } from '@/lib/route-tables/difference'
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
 * happens and `changed` says so. Dangerous when addresses lose their way.
 */
export const beginReplacement = action(
  { permission: 'attachments.replace-table', approvedAs: 'beginReplacement', schema: replacement },
  async ({ operationId, attachment, reviewed, from, to }, access) => {
    const { transitRouterAttachmentId } = attachment
    const entriesOf = async (transitRouterRouteTableId: string) =>
      transitRouterRouteTableId ? await listRouteEntries(access, { transitRouterRouteTableId }) : []
    const [[found], [association], now, after] = await Promise.all([
      listVpnAttachments(access, attachment),
      listAssociations(access, { transitRouterAttachmentId }),
      entriesOf(from),
      entriesOf(to),
    ])
    const isReviewed =
      (association?.transitRouterRouteTableId ?? '') === from &&
      fingerprintOf(now) === reviewed.now &&
      fingerprintOf(after) === reviewed.after
    if (!isReviewed || !found)
      return { isDangerous: false, go: async () => ({ changed: true as boolean }) }
    const difference = differenceOf(now, after, transitRouterAttachmentId)
    return {
      isDangerous: difference.counts.lost > 0,
      difference: toldOf(difference),
      go: async () => {
        await startReplaceRouteTable(access, {
          operationId,
          subject: found.transitRouterAttachmentName || transitRouterAttachmentId,
          attachment,
          fromTableId: from,
          toTableId: to,
        })
        return { changed: false as boolean }
      },
    }
  },
)
