import { z } from 'zod'

import { attachmentListParams, listAttachments } from '../../attachment-lists'
import { operation } from '../../operation'

export const ListTransitRouterVpnAttachments = operation(
  z.object(attachmentListParams),
  (params, context) =>
    listAttachments(context, 'VPN', params, (attachment) => ({
      ChargeType: attachment.ChargeType,
      OrderType: attachment.OrderType,
      VpnId: attachment.ResourceId,
      VpnOwnerId: attachment.ResourceOwnerId,
      VpnRegionId: attachment.ResourceRegionId,
      Zones: attachment.zones.map(({ ZoneId }) => ({ ZoneId })),
    })),
)
