import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { attachmentListParams, listAttachments } from '../../routers/attachment-lists'

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
