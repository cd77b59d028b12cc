import { model, operation, response } from './model'

export class DescribeCenRouteMapsRequest extends model({
  cenId: 'string',
  cenRegionId: 'string',
  pageNumber: 'number',
  pageSize: 'number',
  routeMapId: 'string',
  transitRouterRouteTableId: 'string',
  transmitDirection: 'string',
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationChildInstanceTypes extends model(
  { destinationChildInstanceType: ['string'] },
) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationCidrBlocks extends model({
  destinationCidrBlock: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationInstanceIds extends model({
  destinationInstanceId: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationRegionIds extends model({
  destinationRegionId: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationRouteTableIds extends model(
  { destinationRouteTableId: ['string'] },
) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapMatchAsns extends model({
  matchAsn: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapMatchCommunitySet extends model({
  matchCommunity: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapOperateCommunitySet extends model({
  operateCommunity: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapPrependAsPath extends model({
  asPath: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapRouteTypes extends model({
  routeType: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapSourceChildInstanceTypes extends model(
  { sourceChildInstanceType: ['string'] },
) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapSourceInstanceIds extends model({
  sourceInstanceId: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapSourceRegionIds extends model({
  sourceRegionId: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMapSourceRouteTableIds extends model({
  sourceRouteTableId: ['string'],
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMapsRouteMap extends model({
  asPathMatchMode: 'string',
  cenId: 'string',
  cenRegionId: 'string',
  cidrMatchMode: 'string',
  communityMatchMode: 'string',
  communityOperateMode: 'string',
  description: 'string',
  destinationChildInstanceTypes:
    DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationChildInstanceTypes,
  destinationCidrBlocks: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationCidrBlocks,
  destinationInstanceIds: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationInstanceIds,
  destinationInstanceIdsReverseMatch: 'boolean',
  destinationRegionIds: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationRegionIds,
  destinationRouteTableIds:
    DescribeCenRouteMapsResponseBodyRouteMapsRouteMapDestinationRouteTableIds,
  mapResult: 'string',
  matchAddressType: 'string',
  matchAsns: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapMatchAsns,
  matchCommunitySet: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapMatchCommunitySet,
  nextPriority: 'number',
  operateCommunitySet: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapOperateCommunitySet,
  preference: 'number',
  prependAsPath: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapPrependAsPath,
  priority: 'number',
  routeMapId: 'string',
  routeTypes: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapRouteTypes,
  sourceChildInstanceTypes:
    DescribeCenRouteMapsResponseBodyRouteMapsRouteMapSourceChildInstanceTypes,
  sourceInstanceIds: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapSourceInstanceIds,
  sourceInstanceIdsReverseMatch: 'boolean',
  sourceRegionIds: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapSourceRegionIds,
  sourceRouteTableIds: DescribeCenRouteMapsResponseBodyRouteMapsRouteMapSourceRouteTableIds,
  status: 'string',
  transitRouterRouteTableId: 'string',
  transmitDirection: 'string',
}) {}
export class DescribeCenRouteMapsResponseBodyRouteMaps extends model({
  routeMap: [DescribeCenRouteMapsResponseBodyRouteMapsRouteMap],
}) {}
export class DescribeCenRouteMapsResponseBody extends model({
  pageNumber: 'number',
  pageSize: 'number',
  requestId: 'string',
  routeMaps: DescribeCenRouteMapsResponseBodyRouteMaps,
  totalCount: 'number',
}) {}
export class DescribeCenRouteMapsResponse extends response(DescribeCenRouteMapsResponseBody) {}

export class CreateCenRouteMapRequest extends model({
  asPathMatchMode: 'string',
  cenId: 'string',
  cenRegionId: 'string',
  cidrMatchMode: 'string',
  communityMatchMode: 'string',
  communityOperateMode: 'string',
  description: 'string',
  destinationChildInstanceTypes: ['string'],
  destinationCidrBlocks: ['string'],
  destinationInstanceIds: ['string'],
  destinationInstanceIdsReverseMatch: 'boolean',
  destinationRegionIds: ['string'],
  destinationRouteTableIds: ['string'],
  mapResult: 'string',
  matchAddressType: 'string',
  matchAsns: ['number'],
  matchCommunitySet: ['string'],
  nextPriority: 'number',
  operateCommunitySet: ['string'],
  preference: 'number',
  prependAsPath: ['number'],
  priority: 'number',
  routeTypes: ['string'],
  sourceChildInstanceTypes: ['string'],
  sourceInstanceIds: ['string'],
  sourceInstanceIdsReverseMatch: 'boolean',
  sourceRegionIds: ['string'],
  sourceRouteTableIds: ['string'],
  transitRouterRouteTableId: 'string',
  transmitDirection: 'string',
}) {}
export class CreateCenRouteMapResponseBody extends model({
  requestId: 'string',
  routeMapId: 'string',
}) {}
export class CreateCenRouteMapResponse extends response(CreateCenRouteMapResponseBody) {}

export class DeleteCenRouteMapRequest extends model({
  cenId: 'string',
  cenRegionId: 'string',
  routeMapId: 'string',
}) {}
export class DeleteCenRouteMapResponseBody extends model({ requestId: 'string' }) {}
export class DeleteCenRouteMapResponse extends response(DeleteCenRouteMapResponseBody) {}

export const routeMaps = {
  describeCenRouteMaps: operation(
    'DescribeCenRouteMaps',
    DescribeCenRouteMapsRequest,
    DescribeCenRouteMapsResponse,
  ),
  createCenRouteMap: operation(
    'CreateCenRouteMap',
    CreateCenRouteMapRequest,
    CreateCenRouteMapResponse,
  ),
  deleteCenRouteMap: operation(
    'DeleteCenRouteMap',
    DeleteCenRouteMapRequest,
    DeleteCenRouteMapResponse,
  ),
}
