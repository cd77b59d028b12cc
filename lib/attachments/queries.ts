import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'

import type { attachmentParams } from '@/lib/attachments/params'
import type { Attachment } from '@/lib/attachments/schema'
import { getJson } from '@/lib/query/get-json'

export type AttachmentParams = z.infer<typeof attachmentParams>

/** The attachments of a transit router, of all five kinds. */
export const attachmentList = (params: AttachmentParams) =>
  queryOptions({
    queryKey: ['listAttachments', params],
    queryFn: () => getJson<Attachment[]>('/api/attachments', params),
  })
