import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { choice, text } from '../../protocol/parameters'
import { regions } from '../../regions'

export const DescribeRegions = operation(
  z.object({
    AcceptLanguage: choice(['zh-CN', 'en-US']).default('zh-CN'),
    ProductType: text().default('VPC'),
  }),
  ({ AcceptLanguage }) => ({
    Regions: {
      Region: Object.entries(regions).map(([RegionId, { name, nameZh }]) => ({
        RegionId,
        LocalName: AcceptLanguage === 'zh-CN' ? nameZh : name,
        // The SDK's endpoint map: Hangzhou is served by the central host.
        RegionEndpoint:
          RegionId === 'cn-hangzhou' ? 'vpc.aliyuncs.com' : `vpc.${RegionId}.aliyuncs.com`,
      })),
    },
  }),
)
