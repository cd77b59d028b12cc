import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { type Context, operation } from '../../protocol/operation'
import { dryRun, flag, text } from '../../protocol/parameters'
import { attachmentOf } from '../../routers/lookups'

export const DeleteTransitRouterVpnAttachment = operation(
  z.object({ ...dryRun, Force: flag().default(false), TransitRouterAttachmentId: text() }),
  (params, context) => {
    const { state, schedule } = context
    const attachment = attachmentOf(context, params.TransitRouterAttachmentId)
    if (attachment.ResourceType !== 'VPN') fail('InvalidTransitRouterAttachmentId.NotFound')
    if (attachment.Status !== 'Attached') fail('IncorrectStatus.ResourceStatus')
    if (params.Force) loosen(context, attachment.id)
    else requireLoose(context, attachment.id)
    state.attachments.put({ ...attachment, Status: 'Detaching' })
    state.connections.patch(attachment.ResourceId, { State: 'detaching' })
    schedule('detached', attachment.id)
    return {}
  },
)

function requireLoose({ state }: Context, id: string): void {
  if (state.associations.get(id)) fail('OperationFailed.RouteTableAssociationExist')
  if (state.propagations.first(({ TransitRouterAttachmentId }) => TransitRouterAttachmentId === id))
    fail('OperationFailed.RouteTablePropagationExist')
  if (state.routes.first(({ nextHopId }) => nextHopId === id))
    fail('OperationFailed.RouteEntryExist')
}

// They go with the attachment, at the end of Detaching.
function loosen({ state }: Context, id: string): void {
  state.associations.patch(id, { Status: 'Dissociating' })
  for (const propagation of state.propagations.where(
    ({ TransitRouterAttachmentId }) => TransitRouterAttachmentId === id,
  ))
    state.propagations.put({ ...propagation, Status: 'Disabling' })
  for (const route of state.routes.where(({ nextHopId }) => nextHopId === id))
    state.routes.put({ ...route, Status: 'Deleting' })
}
