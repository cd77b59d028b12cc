import { get } from '@/lib/request/route'
import { listTransitRouterCidrs } from '@/lib/transit-routers/cloud'
import { routerInRegion } from '@/lib/transit-routers/params'

export const GET = get({ schema: routerInRegion }, (params, access) =>
  listTransitRouterCidrs(access, params),
)
