import { diagnoseIpsecConnection } from '@/lib/ipsec-connections/cloud'
import { connectionParams } from '@/lib/ipsec-connections/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: connectionParams }, (params, access) =>
  diagnoseIpsecConnection(access, params),
)
