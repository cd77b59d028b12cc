import { z } from 'zod'

import { requireIdle, requireSameRouter } from '../../cen-busy'
import { attachmentOf, routeTableOf } from '../../cen-lookups'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { dryRun, text } from '../../parameters'

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
