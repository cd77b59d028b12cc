import { describeVpnLogs } from '@/lib/ipsec-connections/cloud'
import { vpnLogParams } from '@/lib/ipsec-connections/queries'
import { get } from '@/lib/route'

export const GET = get({ schema: vpnLogParams }, (params, access) =>
  describeVpnLogs(access, params),
)
