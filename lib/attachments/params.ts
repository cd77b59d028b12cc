import { z } from 'zod'

export const attachmentParams = z.object({
  cenId: z.string().min(1),
  regionId: z.string().min(1),
  transitRouterId: z.string().min(1),
  transitRouterAttachmentId: z.string().min(1).exactOptional(),
})
export type AttachmentParams = z.infer<typeof attachmentParams>
