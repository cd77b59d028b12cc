import { model, operation, response } from './model'

export class ListTransitRouterVpcAttachmentsRequestTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterVpcAttachmentsRequest extends model({
  cenId: 'string',
  maxResults: 'number',
  nextToken: 'string',
  orderType: 'string',
  regionId: 'string',
  status: 'string',
  tag: [ListTransitRouterVpcAttachmentsRequestTag],
  transitRouterAttachmentId: 'string',
  transitRouterId: 'string',
  vpcId: 'string',
}) {}
export class ListTransitRouterVpcAttachmentsResponseBodyTransitRouterAttachmentsOptions extends model(
  { applianceModeSupport: 'string', ipv6Support: 'string' },
) {}
export class ListTransitRouterVpcAttachmentsResponseBodyTransitRouterAttachmentsTags extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterVpcAttachmentsResponseBodyTransitRouterAttachmentsZoneMappings extends model(
  { networkInterfaceId: 'string', vSwitchId: 'string', zoneId: 'string' },
) {}
export class ListTransitRouterVpcAttachmentsResponseBodyTransitRouterAttachments extends model({
  autoPublishRouteEnabled: 'boolean',
  cenId: 'string',
  chargeType: 'string',
  creationTime: 'string',
  managedService: 'string',
  options: ListTransitRouterVpcAttachmentsResponseBodyTransitRouterAttachmentsOptions,
  orderType: 'string',
  resourceType: 'string',
  status: 'string',
  tags: [ListTransitRouterVpcAttachmentsResponseBodyTransitRouterAttachmentsTags],
  transitRouterAttachmentDescription: 'string',
  transitRouterAttachmentId: 'string',
  transitRouterAttachmentName: 'string',
  transitRouterId: 'string',
  transitRouterVPCAttachmentOptions: 'map',
  vpcId: 'string',
  vpcOwnerId: 'number',
  vpcRegionId: 'string',
  zoneMappings: [ListTransitRouterVpcAttachmentsResponseBodyTransitRouterAttachmentsZoneMappings],
}) {}
export class ListTransitRouterVpcAttachmentsResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterAttachments: [ListTransitRouterVpcAttachmentsResponseBodyTransitRouterAttachments],
}) {}
export class ListTransitRouterVpcAttachmentsResponse extends response(
  ListTransitRouterVpcAttachmentsResponseBody,
) {}

export class ListTransitRouterVbrAttachmentsRequestTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterVbrAttachmentsRequest extends model({
  cenId: 'string',
  maxResults: 'number',
  nextToken: 'string',
  regionId: 'string',
  tag: [ListTransitRouterVbrAttachmentsRequestTag],
  transitRouterAttachmentId: 'string',
  transitRouterId: 'string',
}) {}
export class ListTransitRouterVbrAttachmentsResponseBodyTransitRouterAttachmentsTags extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterVbrAttachmentsResponseBodyTransitRouterAttachments extends model({
  autoPublishRouteEnabled: 'boolean',
  cenId: 'string',
  creationTime: 'string',
  managedService: 'string',
  orderType: 'string',
  resourceType: 'string',
  status: 'string',
  tags: [ListTransitRouterVbrAttachmentsResponseBodyTransitRouterAttachmentsTags],
  transitRouterAttachmentDescription: 'string',
  transitRouterAttachmentId: 'string',
  transitRouterAttachmentName: 'string',
  transitRouterId: 'string',
  vbrId: 'string',
  vbrOwnerId: 'number',
  vbrRegionId: 'string',
}) {}
export class ListTransitRouterVbrAttachmentsResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterAttachments: [ListTransitRouterVbrAttachmentsResponseBodyTransitRouterAttachments],
}) {}
export class ListTransitRouterVbrAttachmentsResponse extends response(
  ListTransitRouterVbrAttachmentsResponseBody,
) {}

export class ListTransitRouterPeerAttachmentsRequestTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterPeerAttachmentsRequest extends model({
  cenId: 'string',
  maxResults: 'number',
  nextToken: 'string',
  regionId: 'string',
  tag: [ListTransitRouterPeerAttachmentsRequestTag],
  transitRouterAttachmentId: 'string',
  transitRouterId: 'string',
}) {}
export class ListTransitRouterPeerAttachmentsResponseBodyTransitRouterAttachmentsTags extends model(
  { key: 'string', value: 'string' },
) {}
export class ListTransitRouterPeerAttachmentsResponseBodyTransitRouterAttachments extends model({
  autoPublishRouteEnabled: 'boolean',
  bandwidth: 'number',
  bandwidthType: 'string',
  cenBandwidthPackageId: 'string',
  cenId: 'string',
  creationTime: 'string',
  defaultLinkType: 'string',
  geographicSpanId: 'string',
  peerTransitRouterId: 'string',
  peerTransitRouterOwnerId: 'number',
  peerTransitRouterRegionId: 'string',
  regionId: 'string',
  resourceType: 'string',
  status: 'string',
  tags: [ListTransitRouterPeerAttachmentsResponseBodyTransitRouterAttachmentsTags],
  transitRouterAttachmentDescription: 'string',
  transitRouterAttachmentId: 'string',
  transitRouterAttachmentName: 'string',
  transitRouterId: 'string',
}) {}
export class ListTransitRouterPeerAttachmentsResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterAttachments: [ListTransitRouterPeerAttachmentsResponseBodyTransitRouterAttachments],
}) {}
export class ListTransitRouterPeerAttachmentsResponse extends response(
  ListTransitRouterPeerAttachmentsResponseBody,
) {}

export class ListTransitRouterEcrAttachmentsRequestTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterEcrAttachmentsRequest extends model({
  cenId: 'string',
  maxResults: 'number',
  nextToken: 'string',
  regionId: 'string',
  tag: [ListTransitRouterEcrAttachmentsRequestTag],
  transitRouterAttachmentId: 'string',
  transitRouterId: 'string',
}) {}
export class ListTransitRouterEcrAttachmentsResponseBodyTransitRouterAttachmentsTags extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterEcrAttachmentsResponseBodyTransitRouterAttachments extends model({
  autoPublishRouteEnabled: 'boolean',
  cenId: 'string',
  creationTime: 'string',
  ecrId: 'string',
  ecrOwnerId: 'number',
  orderType: 'string',
  resourceType: 'string',
  status: 'string',
  tags: [ListTransitRouterEcrAttachmentsResponseBodyTransitRouterAttachmentsTags],
  transitRouterAttachmentDescription: 'string',
  transitRouterAttachmentId: 'string',
  transitRouterAttachmentName: 'string',
  transitRouterId: 'string',
  transitRouterRegionId: 'string',
}) {}
export class ListTransitRouterEcrAttachmentsResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterAttachments: [ListTransitRouterEcrAttachmentsResponseBodyTransitRouterAttachments],
}) {}
export class ListTransitRouterEcrAttachmentsResponse extends response(
  ListTransitRouterEcrAttachmentsResponseBody,
) {}

export const otherAttachments = {
  listTransitRouterVpcAttachments: operation(
    'ListTransitRouterVpcAttachments',
    ListTransitRouterVpcAttachmentsRequest,
    ListTransitRouterVpcAttachmentsResponse,
  ),
  listTransitRouterVbrAttachments: operation(
    'ListTransitRouterVbrAttachments',
    ListTransitRouterVbrAttachmentsRequest,
    ListTransitRouterVbrAttachmentsResponse,
  ),
  listTransitRouterPeerAttachments: operation(
    'ListTransitRouterPeerAttachments',
    ListTransitRouterPeerAttachmentsRequest,
    ListTransitRouterPeerAttachmentsResponse,
  ),
  listTransitRouterEcrAttachments: operation(
    'ListTransitRouterEcrAttachments',
    ListTransitRouterEcrAttachmentsRequest,
    ListTransitRouterEcrAttachmentsResponse,
  ),
}
