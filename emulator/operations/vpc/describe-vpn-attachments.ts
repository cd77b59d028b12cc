import { z } from 'zod'

import { attachmentOfConnection } from '../../connections/lookups'
import { region } from '../../connections/parameters'
import { bindingView } from '../../connections/view'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, pages, text } from '../../protocol/parameters'

// SDK sample of the system tags; BGPSupport is the one that means something.
const systemTags = JSON.stringify({
  description: 'forwarding1.7.22',
  VisuallySsl: 'true',
  PbrPriority: 'true',
  BGPSupport: 'true',
  IDaaSNewVersion: 'true',
})

export const DescribeVpnAttachments = operation(
  z.object({
    ...pages,
    RegionId: region(),
    AttachType: choice(['CEN']).default('CEN'),
    VpnConnectionId: text().optional(),
  }),
  (params, { state, account }) => {
    const { VpnConnectionId } = params
    const connections = state.connections.where(
      (connection) =>
        connection.owner === account.uid &&
        connection.RegionId === params.RegionId &&
        attachmentOfConnection(state, connection.id) !== undefined,
      VpnConnectionId,
    )
    const { items, echo } = pageOf(connections, params)
    return {
      ...echo,
      VpnAttachments: items.map((connection) => {
        const { AttachInstanceId: _cen, ...binding } = bindingView(state, connection)
        return {
          ...binding,
          InstanceId: connection.id,
          Name: connection.Name,
          Description: '',
          TunnelBandwidth: connection.TunnelBandwidth,
          Tag: systemTags,
          Tags: connection.tags,
        }
      }),
    }
  },
)
