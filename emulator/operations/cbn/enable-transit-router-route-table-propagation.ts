import { z } from 'zod'

import { requireIdle, requireSameRouter } from '../../cen-busy'
import { attachmentOf, routeTableOf } from '../../cen-lookups'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { dryRun, text } from '../../parameters'

export const EnableTransitRouterRouteTablePropagation = operation(
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
    requireSameRouter(attachment, table, 'IllegalParam.TransitRouterTableId')
    const id = `${attachment.id}/${table.id}`
    if (state.propagations.get(id)?.Status === 'Active')
      fail('OperationUnsupported.EnablePropagation')
    requireIdle(context, attachment, table)
    state.propagations.put({
      id,
      TransitRouterAttachmentId: attachment.id,
      TransitRouterRouteTableId: table.id,
      Status: 'Enabling',
    })
    schedule('propagated', id)
    return {}
  },
)
