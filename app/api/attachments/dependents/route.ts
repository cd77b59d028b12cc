import { listDependents } from '@/lib/attachments/delete-operation'
import { oneAttachmentParams } from '@/lib/attachments/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: oneAttachmentParams }, (params, access) =>
  listDependents(access, params),
)
