import { connectionParams } from '@/lib/ipsec-connections/params'
import { listVcoRouteEntries } from '@/lib/ipsec-connections/route-entries'
import { get } from '@/lib/request/route'

export const GET = get({ schema: connectionParams }, (params, access) =>
  listVcoRouteEntries(access, params),
)
