import { type ErrorCode, fail } from '../protocol/errors'
import type { Context } from '../protocol/operation'
import type {
  Attachment,
  Cen,
  RouteMap,
  RouteTable,
  StaticRoute,
  TransitRouter,
  TransitRouterCidr,
} from '../state/cen-records'

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

/** A CIDR block of one of the caller's routers, and the router. */
export function cidrOf(
  context: Context,
  params: { RegionId: string; TransitRouterId: string; TransitRouterCidrId: string },
): { router: TransitRouter; cidr: TransitRouterCidr } {
  const router = transitRouterOf(context, params.TransitRouterId)
  const cidr = context.state.cidrs.get(params.TransitRouterCidrId)
  if (cidr?.TransitRouterId !== router.id || router.RegionId !== params.RegionId)
    fail('OperationFailed.CidrNotExist')
  return { router, cidr }
}

/** A routing policy of one of the caller's CEN instances. */
export function routeMapOf(
  context: Context,
  params: { CenId: string; CenRegionId: string; RouteMapId: string },
): RouteMap {
  const cen = cenOf(context, params.CenId)
  const map = context.state.routeMaps.get(params.RouteMapId)
  return map?.CenId === cen.id && map.CenRegionId === params.CenRegionId
    ? map
    : fail('InvalidRouteMapId.NotFound')
}

/** A static route of one of the caller's tables, by its id. */
export function staticRouteOf(context: Context, id: string): StaticRoute {
  const code = 'IllegalParam.TransitRouterRouteEntryId'
  const route = context.state.routes.get(id) ?? fail(code)
  routeTableOf(context, route.TransitRouterRouteTableId, code)
  return route
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
