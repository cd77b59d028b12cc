import { z } from 'zod'

import { region } from '../../connections/parameters'
import { operation } from '../../protocol/operation'
import { choice } from '../../protocol/parameters'
import { zonesOf } from '../../regions'
import { zoneName } from '../../regions'

export const DescribeVpnGatewayAvailableZones = operation(
  z.object({
    RegionId: region(),
    Spec: choice(['5M', '10M', '20M', '50M', '100M', '200M', '500M', '1000M']),
    GatewayType: choice(['Traditional', 'Enhanced.SiteToSite']).optional(),
    AcceptLanguage: choice(['zh-CN', 'en-US']).default('en-US'),
  }),
  ({ RegionId, AcceptLanguage }) => ({
    RegionId,
    AvailableZoneIdList: zonesOf(RegionId).map((ZoneId) => ({
      ZoneId,
      ZoneName: zoneName(RegionId, ZoneId, AcceptLanguage.toLowerCase()),
    })),
  }),
)
