import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import type { Attachment } from '@/lib/attachments/schema'
import { getJson } from '@/lib/query'

export const attachmentParams = z.object({
  cenId: z.string().min(1),
  regionId: z.string().min(1),
  transitRouterId: z.string().min(1),
  transitRouterAttachmentId: z.string().min(1).exactOptional(),
})
export type AttachmentParams = z.infer<typeof attachmentParams>

/** The attachments of a transit router, of all five kinds. */
export const attachmentList = (params: AttachmentParams) =>
  queryOptions({
    queryKey: ['listAttachments', params],
    queryFn: () => getJson<Attachment[]>('/api/attachments', params),
  })

/** One attachment; `undefined` when the router has none of that id. */
export const attachmentView = (params: Required<AttachmentParams>) =>
  queryOptions({ ...attachmentList(params), select: ([attachment]: Attachment[]) => attachment })
