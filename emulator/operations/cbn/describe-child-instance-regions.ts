import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { choice } from '../../protocol/parameters'
import { regions } from '../../regions'

export const DescribeChildInstanceRegions = operation(
  z.object({
    AcceptLanguage: choice(['zh-CN', 'en-US', 'ja']).default('zh-CN'),
    ProductType: choice(['VPC', 'VBR', 'CCN']).optional(),
  }),
  ({ AcceptLanguage }) => ({
    Regions: {
      Region: Object.entries(regions).map(([RegionId, { name, nameZh }]) => ({
        RegionId,
        LocalName: AcceptLanguage === 'zh-CN' ? nameZh : name,
      })),
    },
  }),
)
