import { model, operation, response } from './model'

export class ListTransitRouterCidrRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  regionId: 'string',
  transitRouterCidrId: 'string',
  transitRouterId: 'string',
}) {}
export class ListTransitRouterCidrResponseBodyCidrLists extends model({
  cidr: 'string',
  description: 'string',
  family: 'string',
  name: 'string',
  publishCidrRoute: 'boolean',
  transitRouterCidrId: 'string',
  transitRouterId: 'string',
}) {}
export class ListTransitRouterCidrResponseBody extends model({
  cidrLists: [ListTransitRouterCidrResponseBodyCidrLists],
  requestId: 'string',
}) {}
export class ListTransitRouterCidrResponse extends response(ListTransitRouterCidrResponseBody) {}

export class CreateTransitRouterCidrRequest extends model({
  cidr: 'string',
  clientToken: 'string',
  description: 'string',
  dryRun: 'boolean',
  name: 'string',
  publishCidrRoute: 'boolean',
  regionId: 'string',
  transitRouterId: 'string',
}) {}
export class CreateTransitRouterCidrResponseBody extends model({
  requestId: 'string',
  transitRouterCidrId: 'string',
}) {}
export class CreateTransitRouterCidrResponse extends response(
  CreateTransitRouterCidrResponseBody,
) {}

export class DeleteTransitRouterCidrRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  regionId: 'string',
  transitRouterCidrId: 'string',
  transitRouterId: 'string',
}) {}
export class DeleteTransitRouterCidrResponseBody extends model({ requestId: 'string' }) {}
export class DeleteTransitRouterCidrResponse extends response(
  DeleteTransitRouterCidrResponseBody,
) {}

export class ListTransitRouterCidrAllocationRequest extends model({
  attachmentId: 'string',
  attachmentName: 'string',
  cidr: 'string',
  cidrBlock: 'string',
  clientToken: 'string',
  dedicatedOwnerId: 'string',
  dryRun: 'boolean',
  maxResults: 'number',
  nextToken: 'string',
  regionId: 'string',
  transitRouterCidrId: 'string',
  transitRouterId: 'string',
}) {}
export class ListTransitRouterCidrAllocationResponseBodyTransitRouterCidrAllocations extends model({
  allocatedCidrBlock: 'string',
  attachmentId: 'string',
  attachmentName: 'string',
  cidr: 'string',
  transitRouterCidrId: 'string',
}) {}
export class ListTransitRouterCidrAllocationResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterCidrAllocations: [
    ListTransitRouterCidrAllocationResponseBodyTransitRouterCidrAllocations,
  ],
}) {}
export class ListTransitRouterCidrAllocationResponse extends response(
  ListTransitRouterCidrAllocationResponseBody,
) {}

export const transitRouterCidrs = {
  listTransitRouterCidr: operation(
    'ListTransitRouterCidr',
    ListTransitRouterCidrRequest,
    ListTransitRouterCidrResponse,
  ),
  createTransitRouterCidr: operation(
    'CreateTransitRouterCidr',
    CreateTransitRouterCidrRequest,
    CreateTransitRouterCidrResponse,
  ),
  deleteTransitRouterCidr: operation(
    'DeleteTransitRouterCidr',
    DeleteTransitRouterCidrRequest,
    DeleteTransitRouterCidrResponse,
  ),
  listTransitRouterCidrAllocation: operation(
    'ListTransitRouterCidrAllocation',
    ListTransitRouterCidrAllocationRequest,
    ListTransitRouterCidrAllocationResponse,
  ),
}
