import { listAttachments } from '@/lib/attachments/cloud'
import { attachmentParams } from '@/lib/attachments/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: attachmentParams }, (params, access) =>
  listAttachments(access, params),
)
