import { model, operation, response } from './model'

export class TagResourcesRequestTag extends model({ key: 'string', value: 'string' }) {}
export class TagResourcesRequest extends model({
  regionId: 'string',
  resourceId: ['string'],
  resourceType: 'string',
  tag: [TagResourcesRequestTag],
}) {}
export class TagResourcesResponseBody extends model({ requestId: 'string' }) {}
export class TagResourcesResponse extends response(TagResourcesResponseBody) {}

export class UntagResourcesRequest extends model({
  all: 'boolean',
  regionId: 'string',
  resourceId: ['string'],
  resourceType: 'string',
  tagKey: ['string'],
}) {}
export class UntagResourcesResponseBody extends model({ requestId: 'string' }) {}
export class UntagResourcesResponse extends response(UntagResourcesResponseBody) {}

export class ListTagResourcesRequestTag extends model({ key: 'string', value: 'string' }) {}
export class ListTagResourcesRequest extends model({
  nextToken: 'string',
  pageSize: 'number',
  regionId: 'string',
  resourceId: ['string'],
  resourceType: 'string',
  tag: [ListTagResourcesRequestTag],
}) {}
export class ListTagResourcesResponseBodyTagResourcesTagResource extends model({
  resourceId: 'string',
  resourceType: 'string',
  tagKey: 'string',
  tagValue: 'string',
}) {}
export class ListTagResourcesResponseBodyTagResources extends model({
  tagResource: [ListTagResourcesResponseBodyTagResourcesTagResource],
}) {}
export class ListTagResourcesResponseBody extends model({
  nextToken: 'string',
  requestId: 'string',
  tagResources: ListTagResourcesResponseBodyTagResources,
}) {}
export class ListTagResourcesResponse extends response(ListTagResourcesResponseBody) {}

export const tags = {
  tagResources: operation('TagResources', TagResourcesRequest, TagResourcesResponse),
  untagResources: operation('UntagResources', UntagResourcesRequest, UntagResourcesResponse),
  listTagResources: operation(
    'ListTagResources',
    ListTagResourcesRequest,
    ListTagResourcesResponse,
  ),
}
