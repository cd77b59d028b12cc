import { model, operation, response } from './model'

export class ListTransitRouterRouteEntriesRequestRouteFilter extends model({
  key: 'string',
  value: ['string'],
}) {}
export class ListTransitRouterRouteEntriesRequest extends model({
  maxResults: 'number',
  nextToken: 'string',
  prefixListId: 'string',
  routeFilter: [ListTransitRouterRouteEntriesRequestRouteFilter],
  transitRouterRouteEntryDestinationCidrBlock: 'string',
  transitRouterRouteEntryIds: ['string'],
  transitRouterRouteEntryNames: ['string'],
  transitRouterRouteEntryNextHopId: 'string',
  transitRouterRouteEntryNextHopResourceId: 'string',
  transitRouterRouteEntryNextHopResourceType: 'string',
  transitRouterRouteEntryNextHopType: 'string',
  transitRouterRouteEntryOriginResourceId: 'string',
  transitRouterRouteEntryOriginResourceType: 'string',
  transitRouterRouteEntryStatus: 'string',
  transitRouterRouteEntryType: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class ListTransitRouterRouteEntriesResponseBodyTransitRouterRouteEntriesPathAttributes extends model(
  {
    asPaths: ['string'],
    communities: ['string'],
    originInstanceId: 'string',
    originInstanceType: 'string',
    originRouteType: 'string',
    preference: 'number',
  },
) {}
export class ListTransitRouterRouteEntriesResponseBodyTransitRouterRouteEntries extends model({
  createTime: 'string',
  operationalMode: 'boolean',
  pathAttributes: ListTransitRouterRouteEntriesResponseBodyTransitRouterRouteEntriesPathAttributes,
  prefixListId: 'string',
  tag: 'string',
  transitRouterRouteEntryDescription: 'string',
  transitRouterRouteEntryDestinationCidrBlock: 'string',
  transitRouterRouteEntryId: 'string',
  transitRouterRouteEntryName: 'string',
  transitRouterRouteEntryNextHopId: 'string',
  transitRouterRouteEntryNextHopResourceId: 'string',
  transitRouterRouteEntryNextHopResourceType: 'string',
  transitRouterRouteEntryNextHopType: 'string',
  transitRouterRouteEntryOriginResourceId: 'string',
  transitRouterRouteEntryOriginResourceType: 'string',
  transitRouterRouteEntryStatus: 'string',
  transitRouterRouteEntryType: 'string',
}) {}
export class ListTransitRouterRouteEntriesResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterRouteEntries: [ListTransitRouterRouteEntriesResponseBodyTransitRouterRouteEntries],
}) {}
export class ListTransitRouterRouteEntriesResponse extends response(
  ListTransitRouterRouteEntriesResponseBody,
) {}

export class CreateTransitRouterRouteEntryRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterRouteEntryDescription: 'string',
  transitRouterRouteEntryDestinationCidrBlock: 'string',
  transitRouterRouteEntryName: 'string',
  transitRouterRouteEntryNextHopId: 'string',
  transitRouterRouteEntryNextHopType: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class CreateTransitRouterRouteEntryResponseBody extends model({
  requestId: 'string',
  transitRouterRouteEntryId: 'string',
}) {}
export class CreateTransitRouterRouteEntryResponse extends response(
  CreateTransitRouterRouteEntryResponseBody,
) {}

export class DeleteTransitRouterRouteEntryRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterRouteEntryDestinationCidrBlock: 'string',
  transitRouterRouteEntryId: 'string',
  transitRouterRouteEntryNextHopId: 'string',
  transitRouterRouteEntryNextHopType: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class DeleteTransitRouterRouteEntryResponseBody extends model({ requestId: 'string' }) {}
export class DeleteTransitRouterRouteEntryResponse extends response(
  DeleteTransitRouterRouteEntryResponseBody,
) {}

export const routeEntries = {
  listTransitRouterRouteEntries: operation(
    'ListTransitRouterRouteEntries',
    ListTransitRouterRouteEntriesRequest,
    ListTransitRouterRouteEntriesResponse,
  ),
  createTransitRouterRouteEntry: operation(
    'CreateTransitRouterRouteEntry',
    CreateTransitRouterRouteEntryRequest,
    CreateTransitRouterRouteEntryResponse,
  ),
  deleteTransitRouterRouteEntry: operation(
    'DeleteTransitRouterRouteEntry',
    DeleteTransitRouterRouteEntryRequest,
    DeleteTransitRouterRouteEntryResponse,
  ),
}
