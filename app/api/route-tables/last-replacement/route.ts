import { get } from '@/lib/request/route'
import { lastReplacement } from '@/lib/route-tables/operation'
import { replacementParams } from '@/lib/route-tables/params'

export const GET = get({ schema: replacementParams }, ({ transitRouterAttachmentId }, access) =>
  lastReplacement(access, transitRouterAttachmentId),
)
