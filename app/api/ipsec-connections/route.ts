import { listIpsecConnections } from '@/lib/ipsec-connections/cloud'
import { ipsecConnectionParams } from '@/lib/ipsec-connections/queries'
import { get } from '@/lib/route'

export const GET = get({ schema: ipsecConnectionParams }, (params, access) =>
  listIpsecConnections(access, params),
)
