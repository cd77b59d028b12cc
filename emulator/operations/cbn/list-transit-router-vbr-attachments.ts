import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { attachmentListParams, listAttachments } from '../../routers/attachment-lists'

export const ListTransitRouterVbrAttachments = operation(
  z.object(attachmentListParams),
  (params, context) =>
    listAttachments(context, 'VBR', params, (attachment) => ({
      ManagedService: 'false',
      OrderType: attachment.OrderType,
      VbrId: attachment.ResourceId,
      VbrOwnerId: attachment.ResourceOwnerId,
      VbrRegionId: attachment.ResourceRegionId,
    })),
)
