import { z } from 'zod'

import { operation } from '../../operation'
import { connectionView } from '../../vco-view'
import { connectionOf } from '../../vpc-lookups'
import { vcoId } from '../../vpc-parameters'

export const DescribeVpnConnection = operation(z.object(vcoId), (params, context) => {
  const connection = connectionOf(context, params)
  const view = connectionView(context.state, connection)
  const [tunnel] = connection.tunnels
  return {
    ...view,
    ...('VpnBgpConfig' in view && {
      VpnBgpConfig: { ...view.VpnBgpConfig, EnableBgp: String(connection.EnableBgp) },
      ZoneNo: tunnel?.ZoneNo ?? '',
    }),
    Tags: { Tag: connection.tags },
  }
})
