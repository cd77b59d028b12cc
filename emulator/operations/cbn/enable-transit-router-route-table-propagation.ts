import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { requireIdle, requireSameRouter } from '../../routers/busy'
import { attachmentOf, routeTableOf } from '../../routers/lookups'

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
