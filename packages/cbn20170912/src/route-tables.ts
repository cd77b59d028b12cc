import { model, operation, response } from './model'

export class ListTransitRouterRouteTablesRequestRouteTableOptions extends model({
  multiRegionECMP: 'string',
}) {}
export class ListTransitRouterRouteTablesRequestTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterRouteTablesRequest extends model({
  maxResults: 'number',
  nextToken: 'string',
  routeTableOptions: ListTransitRouterRouteTablesRequestRouteTableOptions,
  tag: [ListTransitRouterRouteTablesRequestTag],
  transitRouterId: 'string',
  transitRouterRouteTableIds: ['string'],
  transitRouterRouteTableNames: ['string'],
  transitRouterRouteTableStatus: 'string',
  transitRouterRouteTableType: 'string',
}) {}
export class ListTransitRouterRouteTablesResponseBodyTransitRouterRouteTablesRouteTableOptions extends model(
  { multiRegionECMP: 'string' },
) {}
export class ListTransitRouterRouteTablesResponseBodyTransitRouterRouteTablesTags extends model({
  key: 'string',
  value: 'string',
}) {}
export class ListTransitRouterRouteTablesResponseBodyTransitRouterRouteTables extends model({
  createTime: 'string',
  regionId: 'string',
  routeTableOptions:
    ListTransitRouterRouteTablesResponseBodyTransitRouterRouteTablesRouteTableOptions,
  tags: [ListTransitRouterRouteTablesResponseBodyTransitRouterRouteTablesTags],
  transitRouterId: 'string',
  transitRouterRouteTableDescription: 'string',
  transitRouterRouteTableId: 'string',
  transitRouterRouteTableName: 'string',
  transitRouterRouteTableStatus: 'string',
  transitRouterRouteTableType: 'string',
}) {}
export class ListTransitRouterRouteTablesResponseBody extends model({
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
  transitRouterRouteTables: [ListTransitRouterRouteTablesResponseBodyTransitRouterRouteTables],
}) {}
export class ListTransitRouterRouteTablesResponse extends response(
  ListTransitRouterRouteTablesResponseBody,
) {}

export class CreateTransitRouterRouteTableRequestRouteTableOptions extends model({
  multiRegionECMP: 'string',
}) {}
export class CreateTransitRouterRouteTableRequestTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class CreateTransitRouterRouteTableRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  routeTableOptions: CreateTransitRouterRouteTableRequestRouteTableOptions,
  tag: [CreateTransitRouterRouteTableRequestTag],
  transitRouterId: 'string',
  transitRouterRouteTableDescription: 'string',
  transitRouterRouteTableName: 'string',
}) {}
export class CreateTransitRouterRouteTableResponseBody extends model({
  requestId: 'string',
  transitRouterRouteTableId: 'string',
}) {}
export class CreateTransitRouterRouteTableResponse extends response(
  CreateTransitRouterRouteTableResponseBody,
) {}

export class UpdateTransitRouterRouteTableRequestRouteTableOptions extends model({
  multiRegionECMP: 'string',
}) {}
export class UpdateTransitRouterRouteTableRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  routeTableOptions: UpdateTransitRouterRouteTableRequestRouteTableOptions,
  transitRouterRouteTableDescription: 'string',
  transitRouterRouteTableId: 'string',
  transitRouterRouteTableName: 'string',
}) {}
export class UpdateTransitRouterRouteTableResponseBody extends model({ requestId: 'string' }) {}
export class UpdateTransitRouterRouteTableResponse extends response(
  UpdateTransitRouterRouteTableResponseBody,
) {}

export class DeleteTransitRouterRouteTableRequest extends model({
  clientToken: 'string',
  dryRun: 'boolean',
  transitRouterRouteTableId: 'string',
}) {}
export class DeleteTransitRouterRouteTableResponseBody extends model({ requestId: 'string' }) {}
export class DeleteTransitRouterRouteTableResponse extends response(
  DeleteTransitRouterRouteTableResponseBody,
) {}

export const routeTables = {
  listTransitRouterRouteTables: operation(
    'ListTransitRouterRouteTables',
    ListTransitRouterRouteTablesRequest,
    ListTransitRouterRouteTablesResponse,
  ),
  createTransitRouterRouteTable: operation(
    'CreateTransitRouterRouteTable',
    CreateTransitRouterRouteTableRequest,
    CreateTransitRouterRouteTableResponse,
  ),
  updateTransitRouterRouteTable: operation(
    'UpdateTransitRouterRouteTable',
    UpdateTransitRouterRouteTableRequest,
    UpdateTransitRouterRouteTableResponse,
  ),
  deleteTransitRouterRouteTable: operation(
    'DeleteTransitRouterRouteTable',
    DeleteTransitRouterRouteTableRequest,
    DeleteTransitRouterRouteTableResponse,
  ),
}
