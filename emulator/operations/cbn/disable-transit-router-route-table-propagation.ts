import { z } from 'zod'

import { requireIdle } from '../../cen-busy'
import { attachmentOf, routeTableOf } from '../../cen-lookups'
import { found } from '../../errors'
import { operation } from '../../operation'
import { dryRun, text } from '../../parameters'

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
