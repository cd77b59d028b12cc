import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { choice, text, whole } from '../../protocol/parameters'

export const DescribeGrantRulesToResource = operation(
  z.object({
    MaxResults: whole(1, 100).optional(),
    NextToken: text().optional(),
    ProductType: choice(['VPC', 'ExpressConnect', 'VPN', 'ECR']),
    RegionId: text().optional(),
    ResourceId: text(),
  }),
  (params, { state, account }) => {
    const grants = state.grants.where(
      (grant) =>
        grant.InstanceOwnerId === account.uid &&
        grant.InstanceId === params.ResourceId &&
        grant.InstanceType === params.ProductType &&
        (!params.RegionId || grant.RegionId === params.RegionId),
    )
    const { items, echo } = nextPageOf(grants, {
      MaxResults: params.MaxResults ?? Math.max(grants.length, 1),
      NextToken: params.NextToken,
    })
    return {
      ...echo,
      // Alibaba: flat here, and the time is text.
      GrantRules: items.map((grant) => ({
        CenId: grant.CenId,
        CenOwnerId: grant.CenOwnerId,
        CreateTime: new Date(grant.createdAt).toISOString(),
        EffectiveOrderType: grant.OrderType,
        OrderType: grant.OrderType,
      })),
    }
  },
)
