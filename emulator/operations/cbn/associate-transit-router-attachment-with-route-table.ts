import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { requireIdle, requireSameRouter } from '../../routers/busy'
import { attachmentOf, routeTableOf } from '../../routers/lookups'

export const AssociateTransitRouterAttachmentWithRouteTable = operation(
  z.object({ ...dryRun, TransitRouterAttachmentId: text(), TransitRouterRouteTableId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const attachment = attachmentOf(context, params.TransitRouterAttachmentId)
    const table = routeTableOf(context, params.TransitRouterRouteTableId)
    requireSameRouter(attachment, table, 'InvalidTransitRouterRouteTableId.NotFound')
    if (state.associations.get(attachment.id)?.Status === 'Active')
      fail('AssociationExist.TransitRouterTable')
    requireIdle(context, attachment, table)
    state.associations.put({
      id: attachment.id,
      TransitRouterRouteTableId: table.id,
      Status: 'Associating',
      previousTableId: '',
    })
    schedule('associated', attachment.id)
    return {}
  },
)
