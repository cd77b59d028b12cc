import { listGrantsToCen } from '@/lib/grants/cloud'
import { grantToCenParams } from '@/lib/grants/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: grantToCenParams }, (params, access) =>
  listGrantsToCen(access, params),
)
