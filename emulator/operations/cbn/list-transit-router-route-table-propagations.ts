import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { choice, nextPages, text } from '../../protocol/parameters'
import { routeTableOf } from '../../routers/lookups'

export const ListTransitRouterRouteTablePropagations = operation(
  z.object({
    ...nextPages(50),
    Status: choice(['Active', 'Enabling', 'Disabling']).optional(),
    TransitRouterAttachmentId: text().optional(),
    TransitRouterAttachmentResourceId: text().optional(),
    TransitRouterAttachmentResourceType: choice(['VPC', 'VBR', 'TR', 'VPN', 'ECR']).optional(),
    TransitRouterRouteTableId: text(),
  }),
  (params, context) => {
    const { state } = context
    const table = routeTableOf(context, params.TransitRouterRouteTableId)
    const rows = state.propagations
      .where(({ TransitRouterRouteTableId }) => TransitRouterRouteTableId === table.id)
      .flatMap((propagation) => {
        const attachment = state.attachments.get(propagation.TransitRouterAttachmentId)
        return attachment &&
          (!params.TransitRouterAttachmentId ||
            attachment.id === params.TransitRouterAttachmentId) &&
          (!params.TransitRouterAttachmentResourceId ||
            attachment.ResourceId === params.TransitRouterAttachmentResourceId) &&
          (!params.TransitRouterAttachmentResourceType ||
            attachment.ResourceType === params.TransitRouterAttachmentResourceType) &&
          (!params.Status || propagation.Status === params.Status)
          ? [
              {
                ResourceId: attachment.ResourceId,
                ResourceType: attachment.ResourceType,
                Status: propagation.Status,
                TransitRouterAttachmentId: attachment.id,
                TransitRouterRouteTableId: table.id,
              },
            ]
          : []
      })
    const { items, echo } = nextPageOf(rows, params)
    return { ...echo, TransitRouterPropagations: items }
  },
)
