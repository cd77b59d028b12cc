import { fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type { Attachment, RouteTable } from '../state/cen-records'

/** Refuses while the attachment or table changes, or while another task of the attachment runs. */
export function requireIdle({ state }: Context, attachment: Attachment, table: RouteTable): void {
  if (attachment.Status !== 'Attached' || table.TransitRouterRouteTableStatus !== 'Active')
    fail('IncorrectStatus.AttachmentOrRouteTable')
  const association = state.associations.get(attachment.id)
  const propagating = state.propagations.first(
    ({ TransitRouterAttachmentId, Status }) =>
      TransitRouterAttachmentId === attachment.id && Status !== 'Active',
  )
  if (propagating || (association && association.Status !== 'Active')) fail('Operation.Blocking')
}

/** Refuses a table of another router than the attachment's. */
export function requireSameRouter(
  attachment: Attachment,
  table: RouteTable,
  code: 'InvalidTransitRouterRouteTableId.NotFound' | 'IllegalParam.TransitRouterTableId',
): void {
  if (table.TransitRouterId !== attachment.TransitRouterId) fail(code)
}
