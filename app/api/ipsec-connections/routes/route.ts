import { connectionParams } from '@/lib/ipsec-connections/params'
import { get } from '@/lib/route'
import { listVcoRouteEntries } from '@/lib/vco-routes/cloud'

export const GET = get({ schema: connectionParams }, (params, access) =>
  listVcoRouteEntries(access, params),
)
