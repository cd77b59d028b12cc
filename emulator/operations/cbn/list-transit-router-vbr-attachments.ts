import { z } from 'zod'

import { attachmentListParams, listAttachments } from '../../attachment-lists'
import { operation } from '../../operation'

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
