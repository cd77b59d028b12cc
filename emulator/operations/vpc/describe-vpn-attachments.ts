import { z } from 'zod'

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
    const bound = state.attachments
      .by('ResourceType', 'VPN')
      .filter(
        ({ ResourceId, ResourceOwnerId, ResourceRegionId }) =>
          ResourceOwnerId === account.uid &&
          ResourceRegionId === params.RegionId &&
          (!VpnConnectionId || ResourceId === VpnConnectionId),
      )
    const { items, echo } = pageOf(bound, params)
    const connections = items.flatMap(({ ResourceId }) => state.connections.get(ResourceId) ?? [])
    return {
      ...echo,
      VpnAttachments: connections.map((connection) => {
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
