import { z } from 'zod'

import { attachmentListParams, listAttachments } from '../../attachment-lists'
import { operation } from '../../operation'

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
