import { z } from 'zod'

import { ATTACHMENT_RESOURCE_TYPES } from '@/lib/attachments/schema'

const attachmentParams = z.object({
  cenId: z.string().min(1),
  regionId: z.string().min(1),
  transitRouterId: z.string().min(1),
  transitRouterAttachmentId: z.string().min(1).exactOptional(),
})
export type AttachmentParams = z.infer<typeof attachmentParams>

export const attachmentListParams = attachmentParams.extend({
  /** Only those of one kind, which is one call instead of five. */
  resourceType: z.enum(ATTACHMENT_RESOURCE_TYPES).exactOptional(),
})
export type AttachmentListParams = z.infer<typeof attachmentListParams>
