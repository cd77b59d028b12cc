import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { attachmentListParams, listAttachments } from '../../routers/attachment-lists'

export const ListTransitRouterEcrAttachments = operation(
  z.object(attachmentListParams),
  (params, context) =>
    listAttachments(context, 'ECR', params, (attachment) => ({
      EcrId: attachment.ResourceId,
      EcrOwnerId: attachment.ResourceOwnerId,
      OrderType: attachment.OrderType,
      TransitRouterRegionId:
        context.state.transitRouters.get(attachment.TransitRouterId)?.RegionId ?? '',
    })),
)
