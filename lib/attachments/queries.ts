import { queryOptions } from '@tanstack/react-query'

import type { AttachmentParams } from '@/lib/attachments/params'
import type { Attachment } from '@/lib/attachments/schema'
import { getJson } from '@/lib/query/get-json'

/** The attachments of a transit router, of all five kinds. */
export const attachmentList = (params: AttachmentParams) =>
  queryOptions({
    queryKey: ['listAttachments', params],
    queryFn: () => getJson<Attachment[]>('/api/attachments', params),
  })
