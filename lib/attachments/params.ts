import { z } from 'zod'

import { ATTACHMENT_RESOURCE_TYPES } from '@/lib/attachments/schema'
import { cloudIdText, regionIdText } from '@/lib/text/ids'

const attachmentParams = z.object({
  cenId: cloudIdText,
  regionId: regionIdText,
  transitRouterId: cloudIdText,
  transitRouterAttachmentId: cloudIdText.exactOptional(),
})
export type AttachmentParams = z.infer<typeof attachmentParams>

/** One of them. */
export const oneAttachmentParams = attachmentParams.extend({
  transitRouterAttachmentId: cloudIdText,
})
export type OneAttachmentParams = z.infer<typeof oneAttachmentParams>

export const attachmentListParams = attachmentParams.extend({
  /** Only those of one kind, which is one call instead of five. */
  resourceType: z.enum(ATTACHMENT_RESOURCE_TYPES).exactOptional(),
})
export type AttachmentListParams = z.infer<typeof attachmentListParams>
