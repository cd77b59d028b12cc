import { model, operation, response } from './model'

export class ListTransitRouterRouteTablePropagationsRequest extends model({
  maxResults: 'number',
  nextToken: 'string',
  status: 'string',
  transitRouterAttachmentId: 'string',
  transitRouterAttachmentResourceId: 'string',
  transitRouterAttachmentResourceType: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class ListTransitRouterRouteTablePropagationsResponseBodyTransitRouterPropagations extends model(
  {
    resourceId: 'string',
    resourceType: 'string',
    status: 'string',
    transitRouterAttachmentId: 'string',
    transitRouterRouteTableId: 'string',
  },
) {}
export class ListTransitRouterRouteTablePropagationsResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterPropagations: [
    ListTransitRouterRouteTablePropagationsResponseBodyTransitRouterPropagations,
  ],
}) {}
export class ListTransitRouterRouteTablePropagationsResponse extends response(
  ListTransitRouterRouteTablePropagationsResponseBody,
) {}

export class EnableTransitRouterRouteTablePropagationRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterAttachmentId: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class EnableTransitRouterRouteTablePropagationResponseBody extends model({
  requestId: 'string',
}) {}
export class EnableTransitRouterRouteTablePropagationResponse extends response(
  EnableTransitRouterRouteTablePropagationResponseBody,
) {}

export class DisableTransitRouterRouteTablePropagationRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterAttachmentId: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class DisableTransitRouterRouteTablePropagationResponseBody extends model({
  requestId: 'string',
}) {}
export class DisableTransitRouterRouteTablePropagationResponse extends response(
  DisableTransitRouterRouteTablePropagationResponseBody,
) {}

export const propagations = {
  listTransitRouterRouteTablePropagations: operation(
    'ListTransitRouterRouteTablePropagations',
    ListTransitRouterRouteTablePropagationsRequest,
    ListTransitRouterRouteTablePropagationsResponse,
  ),
  enableTransitRouterRouteTablePropagation: operation(
    'EnableTransitRouterRouteTablePropagation',
    EnableTransitRouterRouteTablePropagationRequest,
    EnableTransitRouterRouteTablePropagationResponse,
  ),
  disableTransitRouterRouteTablePropagation: operation(
    'DisableTransitRouterRouteTablePropagation',
    DisableTransitRouterRouteTablePropagationRequest,
    DisableTransitRouterRouteTablePropagationResponse,
  ),
}
