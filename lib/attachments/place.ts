import type { Attachment } from '@/lib/attachments/schema'
import type { TransitRouter } from '@/lib/transit-routers/schema'

/** The ids by which an action finds an attachment. */
export const placeOf = (
  { transitRouterAttachmentId, transitRouterId }: Attachment,
  { cenId, regionId }: TransitRouter,
) => ({ cenId, regionId, transitRouterId, transitRouterAttachmentId })
