import { get } from '@/lib/route'
import { listTransitRouterCidrAllocations } from '@/lib/transit-routers/cloud'
import { routerInRegion } from '@/lib/transit-routers/params'

export const GET = get({ schema: routerInRegion }, (params, access) =>
  listTransitRouterCidrAllocations(access, params),
)
