import { z } from 'zod'

import { attachmentOf } from '../../cen-lookups'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { choice, description, dryRun, flag, name, text } from '../../parameters'

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
