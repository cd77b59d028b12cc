import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { choice, nextPages, text } from '../../protocol/parameters'
import { routeTableOf } from '../../routers/lookups'

export const ListTransitRouterRouteTableAssociations = operation(
  z.object({
    ...nextPages(50),
    Status: choice(['Active', 'Associating', 'Dissociating', 'Replacing']).optional(),
    TransitRouterAttachmentId: text().optional(),
    TransitRouterAttachmentResourceId: text().optional(),
    TransitRouterAttachmentResourceType: choice(['VPC', 'VBR', 'TR', 'VPN', 'ECR']).optional(),
    TransitRouterRouteTableId: text().optional(),
  }),
  (params, context) => {
    const { state, account } = context
    if (!params.TransitRouterRouteTableId && !params.TransitRouterAttachmentId)
      fail('MissingParameter', 'The parameter TransitRouterRouteTableId is missing.')
    if (params.TransitRouterRouteTableId) routeTableOf(context, params.TransitRouterRouteTableId)
    const rows = state.associations.all().flatMap((association) => {
      const attachment = state.attachments.get(association.id)
      return attachment?.owner === account.uid &&
        (!params.TransitRouterRouteTableId ||
          association.TransitRouterRouteTableId === params.TransitRouterRouteTableId) &&
        (!params.TransitRouterAttachmentId || attachment.id === params.TransitRouterAttachmentId) &&
        (!params.TransitRouterAttachmentResourceId ||
          attachment.ResourceId === params.TransitRouterAttachmentResourceId) &&
        (!params.TransitRouterAttachmentResourceType ||
          attachment.ResourceType === params.TransitRouterAttachmentResourceType) &&
        (!params.Status || association.Status === params.Status)
        ? [
            {
              ResourceId: attachment.ResourceId,
              ResourceType: attachment.ResourceType,
              Status: association.Status,
              TransitRouterAttachmentId: attachment.id,
              TransitRouterRouteTableId: association.TransitRouterRouteTableId,
            },
          ]
        : []
    })
    const { items, echo } = nextPageOf(rows, params)
    return { ...echo, TransitRouterAssociations: items }
  },
)
