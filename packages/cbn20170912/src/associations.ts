import { model, operation, response } from './model'

export class ListTransitRouterRouteTableAssociationsRequest extends model({
  maxResults: 'number',
  nextToken: 'string',
  status: 'string',
  transitRouterAttachmentId: 'string',
  transitRouterAttachmentResourceId: 'string',
  transitRouterAttachmentResourceType: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class ListTransitRouterRouteTableAssociationsResponseBodyTransitRouterAssociations extends model(
  {
    resourceId: 'string',
    resourceType: 'string',
    status: 'string',
    transitRouterAttachmentId: 'string',
    transitRouterRouteTableId: 'string',
  },
) {}
export class ListTransitRouterRouteTableAssociationsResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterAssociations: [
    ListTransitRouterRouteTableAssociationsResponseBodyTransitRouterAssociations,
  ],
}) {}
export class ListTransitRouterRouteTableAssociationsResponse extends response(
  ListTransitRouterRouteTableAssociationsResponseBody,
) {}

export class AssociateTransitRouterAttachmentWithRouteTableRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterAttachmentId: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class AssociateTransitRouterAttachmentWithRouteTableResponseBody extends model({
  requestId: 'string',
}) {}
export class AssociateTransitRouterAttachmentWithRouteTableResponse extends response(
  AssociateTransitRouterAttachmentWithRouteTableResponseBody,
) {}

export class DissociateTransitRouterAttachmentFromRouteTableRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterAttachmentId: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class DissociateTransitRouterAttachmentFromRouteTableResponseBody extends model({
  requestId: 'string',
}) {}
export class DissociateTransitRouterAttachmentFromRouteTableResponse extends response(
  DissociateTransitRouterAttachmentFromRouteTableResponseBody,
) {}

export class ReplaceTransitRouterRouteTableAssociationRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterAttachmentId: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class ReplaceTransitRouterRouteTableAssociationResponseBody extends model({
  requestId: 'string',
}) {}
export class ReplaceTransitRouterRouteTableAssociationResponse extends response(
  ReplaceTransitRouterRouteTableAssociationResponseBody,
) {}

export const associations = {
  listTransitRouterRouteTableAssociations: operation(
    'ListTransitRouterRouteTableAssociations',
    ListTransitRouterRouteTableAssociationsRequest,
    ListTransitRouterRouteTableAssociationsResponse,
  ),
  associateTransitRouterAttachmentWithRouteTable: operation(
    'AssociateTransitRouterAttachmentWithRouteTable',
    AssociateTransitRouterAttachmentWithRouteTableRequest,
    AssociateTransitRouterAttachmentWithRouteTableResponse,
  ),
  dissociateTransitRouterAttachmentFromRouteTable: operation(
    'DissociateTransitRouterAttachmentFromRouteTable',
    DissociateTransitRouterAttachmentFromRouteTableRequest,
    DissociateTransitRouterAttachmentFromRouteTableResponse,
  ),
  replaceTransitRouterRouteTableAssociation: operation(
    'ReplaceTransitRouterRouteTableAssociation',
    ReplaceTransitRouterRouteTableAssociationRequest,
    ReplaceTransitRouterRouteTableAssociationResponse,
  ),
}
