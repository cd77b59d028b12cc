import { model, operation, response } from './model'

export class CreateTransitRouterVpnAttachmentRequestTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class CreateTransitRouterVpnAttachmentRequestZone extends model({ zoneId: 'string' }) {}
export class CreateTransitRouterVpnAttachmentRequest extends model({
  autoPublishRouteEnabled: 'boolean',
  cenId: 'string',
  chargeType: 'string',
  clientToken: 'string',
  dryRun: 'boolean',
  regionId: 'string',
  tag: [CreateTransitRouterVpnAttachmentRequestTag],
  transitRouterAttachmentDescription: 'string',
  transitRouterAttachmentName: 'string',
  transitRouterId: 'string',
  vpnId: 'string',
  vpnOwnerId: 'number',
  zone: [CreateTransitRouterVpnAttachmentRequestZone],
}) {}
export class CreateTransitRouterVpnAttachmentResponseBody extends model({
  requestId: 'string',
  transitRouterAttachmentId: 'string',
}) {}
export class CreateTransitRouterVpnAttachmentResponse extends response(
  CreateTransitRouterVpnAttachmentResponseBody,
) {}

export class ListTransitRouterVpnAttachmentsRequestTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterVpnAttachmentsRequest extends model({
  cenId: 'string',
  maxResults: 'number',
  nextToken: 'string',
  regionId: 'string',
  tag: [ListTransitRouterVpnAttachmentsRequestTag],
  transitRouterAttachmentId: 'string',
  transitRouterId: 'string',
}) {}
export class ListTransitRouterVpnAttachmentsResponseBodyTransitRouterAttachmentsTags extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterVpnAttachmentsResponseBodyTransitRouterAttachmentsZones extends model(
  { zoneId: 'string' },
) {}
export class ListTransitRouterVpnAttachmentsResponseBodyTransitRouterAttachments extends model({
  autoPublishRouteEnabled: 'boolean',
  cenId: 'string',
  chargeType: 'string',
  creationTime: 'string',
  orderType: 'string',
  resourceType: 'string',
  status: 'string',
  tags: [ListTransitRouterVpnAttachmentsResponseBodyTransitRouterAttachmentsTags],
  transitRouterAttachmentDescription: 'string',
  transitRouterAttachmentId: 'string',
  transitRouterAttachmentName: 'string',
  transitRouterId: 'string',
  vpnId: 'string',
  vpnOwnerId: 'number',
  vpnRegionId: 'string',
  zones: [ListTransitRouterVpnAttachmentsResponseBodyTransitRouterAttachmentsZones],
}) {}
export class ListTransitRouterVpnAttachmentsResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterAttachments: [ListTransitRouterVpnAttachmentsResponseBodyTransitRouterAttachments],
}) {}
export class ListTransitRouterVpnAttachmentsResponse extends response(
  ListTransitRouterVpnAttachmentsResponseBody,
) {}

export class UpdateTransitRouterVpnAttachmentAttributeRequest extends model({
  autoPublishRouteEnabled: 'boolean',
  clientToken: 'string',
  dryRun: 'boolean',
  orderType: 'string',
  transitRouterAttachmentDescription: 'string',
  transitRouterAttachmentId: 'string',
  transitRouterAttachmentName: 'string',
}) {}
export class UpdateTransitRouterVpnAttachmentAttributeResponseBody extends model({
  requestId: 'string',
}) {}
export class UpdateTransitRouterVpnAttachmentAttributeResponse extends response(
  UpdateTransitRouterVpnAttachmentAttributeResponseBody,
) {}

export class DeleteTransitRouterVpnAttachmentRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  force: 'boolean',
  transitRouterAttachmentId: 'string',
}) {}
export class DeleteTransitRouterVpnAttachmentResponseBody extends model({ requestId: 'string' }) {}
export class DeleteTransitRouterVpnAttachmentResponse extends response(
  DeleteTransitRouterVpnAttachmentResponseBody,
) {}

export const vpnAttachments = {
  createTransitRouterVpnAttachment: operation(
    'CreateTransitRouterVpnAttachment',
    CreateTransitRouterVpnAttachmentRequest,
    CreateTransitRouterVpnAttachmentResponse,
  ),
  listTransitRouterVpnAttachments: operation(
    'ListTransitRouterVpnAttachments',
    ListTransitRouterVpnAttachmentsRequest,
    ListTransitRouterVpnAttachmentsResponse,
  ),
  updateTransitRouterVpnAttachmentAttribute: operation(
    'UpdateTransitRouterVpnAttachmentAttribute',
    UpdateTransitRouterVpnAttachmentAttributeRequest,
    UpdateTransitRouterVpnAttachmentAttributeResponse,
  ),
  deleteTransitRouterVpnAttachment: operation(
    'DeleteTransitRouterVpnAttachment',
    DeleteTransitRouterVpnAttachmentRequest,
    DeleteTransitRouterVpnAttachmentResponse,
  ),
}
