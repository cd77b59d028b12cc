import { get } from '@/lib/request/route'
import { listRouteEntries } from '@/lib/route-tables/cloud'
import { routeEntryParams } from '@/lib/route-tables/params'

export const GET = get({ schema: routeEntryParams }, (params, access) =>
  listRouteEntries(access, params),
)
