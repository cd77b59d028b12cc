import { get } from '@/lib/request/route'
import { listTransitRouters } from '@/lib/transit-routers/cloud'
import { transitRouterParams } from '@/lib/transit-routers/params'

export const GET = get({ schema: transitRouterParams }, (params, access) =>
  listTransitRouters(access, params),
)
