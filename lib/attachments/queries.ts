import { queryOptions } from '@tanstack/react-query'

import type { AttachmentListParams, OneAttachmentParams } from '@/lib/attachments/params'
import type { Attachment, Dependents } from '@/lib/attachments/schema'
import { getJson } from '@/lib/query/get-json'

/** The attachments of a transit router, of one kind or all five. */
export const attachmentList = (params: AttachmentListParams) =>
  queryOptions({
    queryKey: ['listAttachments', params],
    queryFn: () => getJson<Attachment[]>('/api/attachments', params),
  })

/** What hangs on an attachment and goes with it. */
export const attachmentDependents = (params: OneAttachmentParams) =>
  queryOptions({
    queryKey: ['listDependents', params],
    queryFn: () => getJson<Dependents>('/api/attachments/dependents', params),
  })
