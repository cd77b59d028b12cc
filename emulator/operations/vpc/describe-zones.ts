import { z } from 'zod'

import { region } from '../../connections/parameters'
import { operation } from '../../protocol/operation'
import { choice, text } from '../../protocol/parameters'
import { zonesOf } from '../../regions'
import { zoneName } from '../../regions'

export const DescribeZones = operation(
  z.object({
    RegionId: region(),
    AcceptLanguage: text()
      .transform((tag) => tag.toLowerCase())
      .pipe(choice(['zh-cn', 'en-us', 'ja']))
      .default('zh-cn'),
    ZoneType: text().default('AvailabilityZone'),
  }),
  ({ RegionId, AcceptLanguage, ZoneType }) => ({
    Zones: {
      // The emulator knows no other zones, such as those at the edge.
      Zone: (ZoneType === 'AvailabilityZone' ? zonesOf(RegionId) : []).map((ZoneId) => ({
        ZoneId,
        ZoneType,
        LocalName: zoneName(RegionId, ZoneId, AcceptLanguage),
      })),
    },
  }),
)
