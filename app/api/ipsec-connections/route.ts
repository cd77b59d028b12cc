import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { ipsecConnectionParams } from '@/lib/ipsec-connections/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: ipsecConnectionParams }, (params, access) =>
  listIpsecConnections(access, params),
)
