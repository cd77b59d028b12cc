import { listAttachments } from '@/lib/attachments/cloud'
import { attachmentListParams } from '@/lib/attachments/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: attachmentListParams }, (params, access) =>
  listAttachments(access, params),
)
