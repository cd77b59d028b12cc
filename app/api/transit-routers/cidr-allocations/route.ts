import { get } from '@/lib/request/route'
import { listTransitRouterCidrAllocations } from '@/lib/transit-routers/cloud'
import { routerInRegion } from '@/lib/transit-routers/params'

export const GET = get({ schema: routerInRegion }, (params, access) =>
  listTransitRouterCidrAllocations(access, params),
)
