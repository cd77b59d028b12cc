import { describeVpnLogs } from '@/lib/ipsec-connections/log'
import { vpnLogParams } from '@/lib/ipsec-connections/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: vpnLogParams }, (params, access) =>
  describeVpnLogs(access, params),
)
