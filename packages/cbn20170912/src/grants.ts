import { model, operation, response } from './model'

export class GrantInstanceToTransitRouterRequest extends model({
  cenId: 'string',
  cenOwnerId: 'number',
  instanceId: 'string',
  instanceType: 'string',
  orderType: 'string',
  regionId: 'string',
}) {}
export class GrantInstanceToTransitRouterResponseBody extends model({ requestId: 'string' }) {}
export class GrantInstanceToTransitRouterResponse extends response(
  GrantInstanceToTransitRouterResponseBody,
) {}

export class RevokeInstanceFromTransitRouterRequest extends model({
  cenId: 'string',
  cenOwnerId: 'number',
  instanceId: 'string',
  instanceType: 'string',
  regionId: 'string',
}) {}
export class RevokeInstanceFromTransitRouterResponseBody extends model({ requestId: 'string' }) {}
export class RevokeInstanceFromTransitRouterResponse extends response(
  RevokeInstanceFromTransitRouterResponseBody,
) {}

export class ModifyGrantInstanceToTransitRouterRequest extends model({
  cenId: 'string',
  clientToken: 'string',
  instanceId: 'string',
  orderType: 'string',
}) {}
export class ModifyGrantInstanceToTransitRouterResponseBody extends model({
  requestId: 'string',
}) {}
export class ModifyGrantInstanceToTransitRouterResponse extends response(
  ModifyGrantInstanceToTransitRouterResponseBody,
) {}

export class DescribeGrantRulesToCenRequest extends model({
  cenId: 'string',
  childInstanceId: 'string',
  childInstanceOwnerId: 'number',
  enabledIpv6: 'boolean',
  maxResults: 'number',
  nextToken: 'string',
  productType: 'string',
  regionId: 'string',
}) {}
export class DescribeGrantRulesToCenResponseBodyGrantRulesGrantRule extends model({
  cenId: 'string',
  cenOwnerId: 'number',
  childInstanceId: 'string',
  childInstanceOwnerId: 'number',
  childInstanceRegionId: 'string',
  childInstanceType: 'string',
  createTime: 'number',
  effectiveOrderType: 'string',
  orderType: 'string',
}) {}
export class DescribeGrantRulesToCenResponseBodyGrantRules extends model({
  grantRule: [DescribeGrantRulesToCenResponseBodyGrantRulesGrantRule],
}) {}
export class DescribeGrantRulesToCenResponseBody extends model({
  grantRules: DescribeGrantRulesToCenResponseBodyGrantRules,
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
}) {}
export class DescribeGrantRulesToCenResponse extends response(
  DescribeGrantRulesToCenResponseBody,
) {}

export class DescribeGrantRulesToResourceRequest extends model({
  maxResults: 'number',
  nextToken: 'string',
  productType: 'string',
  regionId: 'string',
  resourceId: 'string',
}) {}
export class DescribeGrantRulesToResourceResponseBodyGrantRules extends model({
  cenId: 'string',
  cenOwnerId: 'number',
  createTime: 'string',
  effectiveOrderType: 'string',
  orderType: 'string',
}) {}
export class DescribeGrantRulesToResourceResponseBody extends model({
  grantRules: [DescribeGrantRulesToResourceResponseBodyGrantRules],
  maxResults: 'number',
  nextToken: 'string',
  requestId: 'string',
  totalCount: 'number',
}) {}
export class DescribeGrantRulesToResourceResponse extends response(
  DescribeGrantRulesToResourceResponseBody,
) {}

export const grants = {
  grantInstanceToTransitRouter: operation(
    'GrantInstanceToTransitRouter',
    GrantInstanceToTransitRouterRequest,
    GrantInstanceToTransitRouterResponse,
  ),
  revokeInstanceFromTransitRouter: operation(
    'RevokeInstanceFromTransitRouter',
    RevokeInstanceFromTransitRouterRequest,
    RevokeInstanceFromTransitRouterResponse,
  ),
  modifyGrantInstanceToTransitRouter: operation(
    'ModifyGrantInstanceToTransitRouter',
    ModifyGrantInstanceToTransitRouterRequest,
    ModifyGrantInstanceToTransitRouterResponse,
    { form: ['ClientToken'] },
  ),
  describeGrantRulesToCen: operation(
    'DescribeGrantRulesToCen',
    DescribeGrantRulesToCenRequest,
    DescribeGrantRulesToCenResponse,
  ),
  describeGrantRulesToResource: operation(
    'DescribeGrantRulesToResource',
    DescribeGrantRulesToResourceRequest,
    DescribeGrantRulesToResourceResponse,
  ),
}
