import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { requireIdle } from '../../routers/busy'
import { attachmentOf, routeTableOf } from '../../routers/lookups'

export const DissociateTransitRouterAttachmentFromRouteTable = operation(
  z.object({ ...dryRun, TransitRouterAttachmentId: text(), TransitRouterRouteTableId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const attachment = attachmentOf(context, params.TransitRouterAttachmentId)
    const table = routeTableOf(context, params.TransitRouterRouteTableId)
    const association = state.associations.get(attachment.id)
    if (association?.TransitRouterRouteTableId !== table.id)
      fail('InvalidTransitRouterRouteTableId.NotFound', 'They are not associated.')
    requireIdle(context, attachment, table)
    state.associations.put({ ...association, Status: 'Dissociating' })
    schedule('dissociated', attachment.id)
    return {}
  },
  { dryRun: 'request-id' },
)
