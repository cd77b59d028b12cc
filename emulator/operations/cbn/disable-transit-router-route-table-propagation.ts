import { z } from 'zod'

import { found } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { requireIdle } from '../../routers/busy'
import { attachmentOf, routeTableOf } from '../../routers/lookups'

export const DisableTransitRouterRouteTablePropagation = operation(
  z.object({ ...dryRun, TransitRouterAttachmentId: text(), TransitRouterRouteTableId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const table = routeTableOf(
      context,
      params.TransitRouterRouteTableId,
      'InvalidRouteTableId.NotFound',
    )
    const attachment = attachmentOf(
      context,
      params.TransitRouterAttachmentId,
      'InvalidAttachmentId.NotFound',
    )
    const propagation = found(
      state.propagations.get(`${attachment.id}/${table.id}`),
      'IllegalParam.TransitRouterTableId',
      'The attachment does not propagate to this table.',
    )
    requireIdle(context, attachment, table)
    state.propagations.put({ ...propagation, Status: 'Disabling' })
    schedule('unpropagated', propagation.id)
    return {}
  },
)
