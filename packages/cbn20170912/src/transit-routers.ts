import { model, operation, response } from './model'

export class ListTransitRoutersRequestFeatureFilter extends model({
  key: 'string',
  value: ['string'],
}) {}
export class ListTransitRoutersRequestTag extends model({ key: 'string', value: 'string' }) {}
export class ListTransitRoutersRequest extends model({
  cenId: 'string',
  featureFilter: [ListTransitRoutersRequestFeatureFilter],
  pageNumber: 'number',
  pageSize: 'number',
  regionId: 'string',
  status: 'string',
  tag: [ListTransitRoutersRequestTag],
  transitRouterId: 'string',
  transitRouterName: 'string',
  type: 'string',
}) {}
export class ListTransitRoutersResponseBodyTransitRoutersTags extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRoutersResponseBodyTransitRoutersTransitRouterCidrList extends model({
  cidr: 'string',
  description: 'string',
  name: 'string',
  publishCidrRoute: 'boolean',
  transitRouterCidrId: 'string',
}) {}
export class ListTransitRoutersResponseBodyTransitRouters extends model({
  aliUid: 'number',
  cenId: 'string',
  creationTime: 'string',
  regionId: 'string',
  status: 'string',
  supportMulticast: 'boolean',
  tags: [ListTransitRoutersResponseBodyTransitRoutersTags],
  transitRouterCidrList: [ListTransitRoutersResponseBodyTransitRoutersTransitRouterCidrList],
  transitRouterDescription: 'string',
  transitRouterId: 'string',
  transitRouterName: 'string',
  type: 'string',
}) {}
export class ListTransitRoutersResponseBody extends model({
  pageNumber: 'number',
  pageSize: 'number',
  requestId: 'string',
  totalCount: 'number',
  transitRouters: [ListTransitRoutersResponseBodyTransitRouters],
}) {}
export class ListTransitRoutersResponse extends response(ListTransitRoutersResponseBody) {}

export class CreateTransitRouterRequestTag extends model({ key: 'string', value: 'string' }) {}
export class CreateTransitRouterRequestTransitRouterCidrList extends model({
  cidr: 'string',
  description: 'string',
  name: 'string',
  publishCidrRoute: 'boolean',
}) {}
export class CreateTransitRouterRequest extends model({
  cenId: 'string',
  clientToken: 'string',
  dryRun: 'boolean',
  regionId: 'string',
  supportMulticast: 'boolean',
  tag: [CreateTransitRouterRequestTag],
  transitRouterCidrList: [CreateTransitRouterRequestTransitRouterCidrList],
  transitRouterDescription: 'string',
  transitRouterName: 'string',
}) {}
export class CreateTransitRouterResponseBody extends model({
  requestId: 'string',
  transitRouterId: 'string',
}) {}
export class CreateTransitRouterResponse extends response(CreateTransitRouterResponseBody) {}

export class UpdateTransitRouterRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  regionId: 'string',
  transitRouterDescription: 'string',
  transitRouterId: 'string',
  transitRouterName: 'string',
}) {}
export class UpdateTransitRouterResponseBody extends model({ requestId: 'string' }) {}
export class UpdateTransitRouterResponse extends response(UpdateTransitRouterResponseBody) {}

export class DeleteTransitRouterRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterId: 'string',
}) {}
export class DeleteTransitRouterResponseBody extends model({ requestId: 'string' }) {}
export class DeleteTransitRouterResponse extends response(DeleteTransitRouterResponseBody) {}

export class ListTransitRouterAvailableResourceRequest extends model({
  regionId: 'string',
  supportMulticast: 'boolean',
}) {}
export class ListTransitRouterAvailableResourceResponseBody extends model({
  availableZones: ['string'],
  masterZones: ['string'],
  requestId: 'string',
  slaveZones: ['string'],
  supportMulticast: 'boolean',
}) {}
export class ListTransitRouterAvailableResourceResponse extends response(
  ListTransitRouterAvailableResourceResponseBody,
) {}

export class CheckTransitRouterServiceRequest extends model({ clientToken: 'string' }) {}
export class CheckTransitRouterServiceResponseBody extends model({
  enabled: 'string',
  requestId: 'string',
}) {}
export class CheckTransitRouterServiceResponse extends response(
  CheckTransitRouterServiceResponseBody,
) {}

export class OpenTransitRouterServiceRequest extends model({ clientToken: 'string' }) {}
export class OpenTransitRouterServiceResponseBody extends model({
  orderId: 'string',
  requestId: 'string',
}) {}
export class OpenTransitRouterServiceResponse extends response(
  OpenTransitRouterServiceResponseBody,
) {}

export const transitRouters = {
  listTransitRouters: operation(
    'ListTransitRouters',
    ListTransitRoutersRequest,
    ListTransitRoutersResponse,
  ),
  createTransitRouter: operation(
    'CreateTransitRouter',
    CreateTransitRouterRequest,
    CreateTransitRouterResponse,
    { json: ['TransitRouterCidrList'] },
  ),
  updateTransitRouter: operation(
    'UpdateTransitRouter',
    UpdateTransitRouterRequest,
    UpdateTransitRouterResponse,
  ),
  deleteTransitRouter: operation(
    'DeleteTransitRouter',
    DeleteTransitRouterRequest,
    DeleteTransitRouterResponse,
  ),
  listTransitRouterAvailableResource: operation(
    'ListTransitRouterAvailableResource',
    ListTransitRouterAvailableResourceRequest,
    ListTransitRouterAvailableResourceResponse,
  ),
  checkTransitRouterService: operation(
    'CheckTransitRouterService',
    CheckTransitRouterServiceRequest,
    CheckTransitRouterServiceResponse,
  ),
  openTransitRouterService: operation(
    'OpenTransitRouterService',
    OpenTransitRouterServiceRequest,
    OpenTransitRouterServiceResponse,
  ),
}
