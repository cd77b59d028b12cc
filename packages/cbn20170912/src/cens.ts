import { model, operation, response } from './model'

export class DescribeCensRequestFilter extends model({ key: 'string', value: ['string'] }) {}
export class DescribeCensRequestTag extends model({ key: 'string', value: 'string' }) {}
export class DescribeCensRequest extends model({
  filter: [DescribeCensRequestFilter],
  pageNumber: 'number',
  pageSize: 'number',
  resourceGroupId: 'string',
  tag: [DescribeCensRequestTag],
}) {}
export class DescribeCensResponseBodyCensCenCenBandwidthPackageIds extends model({
  cenBandwidthPackageId: ['string'],
}) {}
export class DescribeCensResponseBodyCensCenTagsTag extends model({
  key: 'string',
  value: 'string',
}) {}
export class DescribeCensResponseBodyCensCenTags extends model({
  tag: [DescribeCensResponseBodyCensCenTagsTag],
}) {}
export class DescribeCensResponseBodyCensCen extends model({
  cenBandwidthPackageIds: DescribeCensResponseBodyCensCenCenBandwidthPackageIds,
  cenId: 'string',
  creationTime: 'string',
  description: 'string',
  ipv6Level: 'string',
  name: 'string',
  protectionLevel: 'string',
  resourceGroupId: 'string',
  status: 'string',
  tags: DescribeCensResponseBodyCensCenTags,
}) {}
export class DescribeCensResponseBodyCens extends model({
  cen: [DescribeCensResponseBodyCensCen],
}) {}
export class DescribeCensResponseBody extends model({
  cens: DescribeCensResponseBodyCens,
  pageNumber: 'number',
  pageSize: 'number',
  requestId: 'string',
  totalCount: 'number',
}) {}
export class DescribeCensResponse extends response(DescribeCensResponseBody) {}

export class CreateCenRequestTag extends model({ key: 'string', value: 'string' }) {}
export class CreateCenRequest extends model({
  clientToken: 'string',
  description: 'string',
  name: 'string',
  protectionLevel: 'string',
  tag: [CreateCenRequestTag],
}) {}
export class CreateCenResponseBody extends model({ cenId: 'string', requestId: 'string' }) {}
export class CreateCenResponse extends response(CreateCenResponseBody) {}

export class ModifyCenAttributeRequest extends model({
  cenId: 'string',
  description: 'string',
  name: 'string',
  protectionLevel: 'string',
}) {}
export class ModifyCenAttributeResponseBody extends model({ requestId: 'string' }) {}
export class ModifyCenAttributeResponse extends response(ModifyCenAttributeResponseBody) {}

export class DeleteCenRequest extends model({ cenId: 'string' }) {}
export class DeleteCenResponseBody extends model({ requestId: 'string' }) {}
export class DeleteCenResponse extends response(DeleteCenResponseBody) {}

export class DescribeChildInstanceRegionsRequest extends model({
  acceptLanguage: 'string',
  productType: 'string',
}) {}
export class DescribeChildInstanceRegionsResponseBodyRegionsRegion extends model({
  localName: 'string',
  regionId: 'string',
}) {}
export class DescribeChildInstanceRegionsResponseBodyRegions extends model({
  region: [DescribeChildInstanceRegionsResponseBodyRegionsRegion],
}) {}
export class DescribeChildInstanceRegionsResponseBody extends model({
  regions: DescribeChildInstanceRegionsResponseBodyRegions,
  requestId: 'string',
}) {}
export class DescribeChildInstanceRegionsResponse extends response(
  DescribeChildInstanceRegionsResponseBody,
) {}

export class DescribeGeographicRegionMembershipRequest extends model({
  geographicRegionId: 'string',
  pageNumber: 'number',
  pageSize: 'number',
}) {}
export class DescribeGeographicRegionMembershipResponseBodyRegionIdsRegionId extends model({
  regionId: 'string',
}) {}
export class DescribeGeographicRegionMembershipResponseBodyRegionIds extends model({
  regionId: [DescribeGeographicRegionMembershipResponseBodyRegionIdsRegionId],
}) {}
export class DescribeGeographicRegionMembershipResponseBody extends model({
  pageNumber: 'number',
  pageSize: 'number',
  regionIds: DescribeGeographicRegionMembershipResponseBodyRegionIds,
  requestId: 'string',
  totalCount: 'number',
}) {}
export class DescribeGeographicRegionMembershipResponse extends response(
  DescribeGeographicRegionMembershipResponseBody,
) {}

export const cens = {
  describeCens: operation('DescribeCens', DescribeCensRequest, DescribeCensResponse),
  createCen: operation('CreateCen', CreateCenRequest, CreateCenResponse),
  modifyCenAttribute: operation(
    'ModifyCenAttribute',
    ModifyCenAttributeRequest,
    ModifyCenAttributeResponse,
  ),
  deleteCen: operation('DeleteCen', DeleteCenRequest, DeleteCenResponse),
  describeChildInstanceRegions: operation(
    'DescribeChildInstanceRegions',
    DescribeChildInstanceRegionsRequest,
    DescribeChildInstanceRegionsResponse,
  ),
  describeGeographicRegionMembership: operation(
    'DescribeGeographicRegionMembership',
    DescribeGeographicRegionMembershipRequest,
    DescribeGeographicRegionMembershipResponse,
  ),
}
