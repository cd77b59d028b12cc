import { z } from 'zod'

import { connectionOf } from '../../connections/lookups'
import { vcoId } from '../../connections/parameters'
import { connectionView } from '../../connections/view'
import { operation } from '../../protocol/operation'

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
