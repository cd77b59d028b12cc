import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, description, dryRun, flag, name, text } from '../../protocol/parameters'
import { attachmentOf } from '../../routers/lookups'

export const UpdateTransitRouterVpnAttachmentAttribute = operation(
  z.object({
    ...dryRun,
    AutoPublishRouteEnabled: flag().optional(),
    OrderType: choice(['PayByCenOwner', 'PayByResourceOwner']).optional(),
    TransitRouterAttachmentDescription: description().optional(),
    TransitRouterAttachmentId: text(),
    TransitRouterAttachmentName: name().optional(),
  }),
  (params, context) => {
    const attachment = attachmentOf(context, params.TransitRouterAttachmentId)
    if (attachment.ResourceType !== 'VPN') fail('InvalidTransitRouterAttachmentId.NotFound')
    if (attachment.Status !== 'Attached') fail('IncorrectStatus.Status')
    context.state.attachments.put({
      ...attachment,
      Status: 'Modifying',
      AutoPublishRouteEnabled: params.AutoPublishRouteEnabled ?? attachment.AutoPublishRouteEnabled,
      OrderType: params.OrderType ?? attachment.OrderType,
      TransitRouterAttachmentDescription:
        params.TransitRouterAttachmentDescription ?? attachment.TransitRouterAttachmentDescription,
      TransitRouterAttachmentName:
        params.TransitRouterAttachmentName ?? attachment.TransitRouterAttachmentName,
    })
    context.schedule('attachmentUpdated', attachment.id)
    return {}
  },
)
