import { describeVpnLogs } from '@/lib/ipsec-connections/cloud'
import { vpnLogParams } from '@/lib/ipsec-connections/params'
import { get } from '@/lib/route'

export const GET = get({ schema: vpnLogParams }, (params, access) =>
  describeVpnLogs(access, params),
)
