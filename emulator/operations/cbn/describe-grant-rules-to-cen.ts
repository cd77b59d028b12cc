import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { choice, flag, text, whole } from '../../protocol/parameters'
import { cenOf } from '../../routers/lookups'

export const DescribeGrantRulesToCen = operation(
  z.object({
    CenId: text(),
    ChildInstanceId: text().optional(),
    ChildInstanceOwnerId: whole().optional(),
    EnabledIpv6: flag().optional(),
    MaxResults: whole(1, 100).optional(),
    NextToken: text().optional(),
    ProductType: choice(['VPC', 'VBR', 'CCN', 'VPN', 'ECR']),
    RegionId: text().optional(),
  }),
  (params, context) => {
    const cen = cenOf(context, params.CenId)
    const type = params.ProductType === 'VBR' ? 'ExpressConnect' : params.ProductType
    const grants = context.state.grants.where(
      (grant) =>
        grant.CenId === cen.id &&
        grant.InstanceType === type &&
        (!params.ChildInstanceId || grant.InstanceId === params.ChildInstanceId) &&
        (!params.ChildInstanceOwnerId || grant.InstanceOwnerId === params.ChildInstanceOwnerId) &&
        (!params.RegionId || grant.RegionId === params.RegionId),
    )
    const { items, echo } = nextPageOf(grants, {
      MaxResults: params.MaxResults ?? Math.max(grants.length, 1),
      NextToken: params.NextToken,
    })
    return {
      ...echo,
      GrantRules: {
        GrantRule: items.map((grant) => ({
          CenId: grant.CenId,
          CenOwnerId: grant.CenOwnerId,
          ChildInstanceId: grant.InstanceId,
          ChildInstanceOwnerId: grant.InstanceOwnerId,
          ChildInstanceRegionId: grant.RegionId,
          ChildInstanceType: params.ProductType,
          CreateTime: grant.createdAt,
          EffectiveOrderType: grant.OrderType,
          OrderType: grant.OrderType,
        })),
      },
    }
  },
)
