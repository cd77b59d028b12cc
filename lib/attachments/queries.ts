import { queryOptions } from '@tanstack/react-query'

import type { AttachmentListParams } from '@/lib/attachments/params'
import type { Attachment } from '@/lib/attachments/schema'
import { getJson } from '@/lib/query/get-json'

/** The attachments of a transit router, of one kind or all five. */
export const attachmentList = (params: AttachmentListParams) =>
  queryOptions({
    queryKey: ['listAttachments', params],
    queryFn: () => getJson<Attachment[]>('/api/attachments', params),
  })
