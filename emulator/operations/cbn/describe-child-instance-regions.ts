import { z } from 'zod'

import { operation } from '../../operation'
import { choice } from '../../parameters'
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
