import { get } from '@/lib/request/route'
import { listRouteTables } from '@/lib/route-tables/cloud'
import { routeTableParams } from '@/lib/route-tables/params'

export const GET = get({ schema: routeTableParams }, (params, access) =>
  listRouteTables(access, params),
)
