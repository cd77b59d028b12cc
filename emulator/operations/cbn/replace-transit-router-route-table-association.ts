import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { requireIdle, requireSameRouter } from '../../routers/busy'
import { attachmentOf, routeTableOf } from '../../routers/lookups'

export const ReplaceTransitRouterRouteTableAssociation = operation(
  z.object({ ...dryRun, TransitRouterAttachmentId: text(), TransitRouterRouteTableId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const attachment = attachmentOf(context, params.TransitRouterAttachmentId)
    const table = routeTableOf(context, params.TransitRouterRouteTableId)
    requireSameRouter(attachment, table, 'InvalidTransitRouterRouteTableId.NotFound')
    requireIdle(context, attachment, table)
    const association = state.associations.get(attachment.id)
    // Nothing to replace, or nothing to change.
    if (!association || association.TransitRouterRouteTableId === table.id)
      fail('IncorrectStatus.AttachmentOrRouteTable')
    state.associations.put({
      ...association,
      TransitRouterRouteTableId: table.id,
      Status: 'Replacing',
      previousTableId: association.TransitRouterRouteTableId,
    })
    schedule('associationReplaced', attachment.id)
    return {}
  },
)
