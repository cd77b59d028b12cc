import { listIpsecConnections, listTheseConnections } from '@/lib/ipsec-connections/cloud'
import { ipsecConnectionParams } from '@/lib/ipsec-connections/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: ipsecConnectionParams }, ({ regionId, only }, access) =>
  only === undefined
    ? listIpsecConnections(access, { regionId })
    : listTheseConnections(access, regionId, only.split(',')),
)
