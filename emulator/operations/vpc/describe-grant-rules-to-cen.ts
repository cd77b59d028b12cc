import { z } from 'zod'

import { region } from '../../connections/parameters'
import { operation } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, pages, text, token } from '../../protocol/parameters'

const kinds = { VPC: 'VPC', VBR: 'ExpressConnect', CCN: '' } as const

export const DescribeGrantRulesToCen = operation(
  z.object({
    ...token,
    ...pages,
    RegionId: region(),
    InstanceId: text(),
    InstanceType: choice(['VPC', 'VBR', 'CCN']),
    ResourceGroupId: text().optional(),
  }),
  (params, { state, account }) => {
    const { RegionId, InstanceId, InstanceType } = params
    const grants = state.grants.where(
      (grant) =>
        grant.InstanceOwnerId === account.uid &&
        grant.InstanceId === InstanceId &&
        grant.RegionId === RegionId &&
        grant.InstanceType === kinds[InstanceType],
    )
    const { items, echo } = pageOf(grants, params)
    return {
      ...echo,
      CenGrantRules: {
        CbnGrantRule: items.map(({ CenId, CenOwnerId, createdAt }) => ({
          CenInstanceId: CenId,
          CenOwnerId,
          CreationTime: new Date(createdAt).toISOString().replace(/\.\d+/, ''),
        })),
      },
    }
  },
)
