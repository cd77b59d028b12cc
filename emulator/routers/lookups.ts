import { type ErrorCode, fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type { Attachment, Cen, RouteTable, TransitRouter } from '../state/cen-records'

/** The caller's CEN instance; the error of that code when there is none. */
export function cenOf(
  context: Context,
  id: string,
  code: ErrorCode = 'ParameterCenInstanceId',
): Cen {
  const cen = context.state.cens.get(id)
  return cen?.owner === context.account.uid ? cen : fail(code)
}

/** The caller's transit router. */
export function transitRouterOf(
  context: Context,
  id: string,
  code: ErrorCode = 'InvalidTransitRouterId.NotFound',
): TransitRouter {
  const router = context.state.transitRouters.get(id)
  return router?.owner === context.account.uid ? router : fail(code)
}

/** A route table of one of the caller's routers. */
export function routeTableOf(
  context: Context,
  id: string,
  code: ErrorCode = 'InvalidTransitRouterRouteTableId.NotFound',
): RouteTable {
  const table = context.state.routeTables.get(id)
  const owner = table && context.state.transitRouters.get(table.TransitRouterId)?.owner
  return table && owner === context.account.uid ? table : fail(code)
}

/** An attachment of one of the caller's routers. */
export function attachmentOf(
  context: Context,
  id: string,
  code: ErrorCode = 'InvalidTransitRouterAttachmentId.NotFound',
): Attachment {
  const attachment = context.state.attachments.get(id)
  return attachment?.owner === context.account.uid ? attachment : fail(code)
}
