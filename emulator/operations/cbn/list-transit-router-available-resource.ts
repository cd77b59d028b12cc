import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { flag, text } from '../../protocol/parameters'
import { regions, zonesOf } from '../../regions'

export const ListTransitRouterAvailableResource = operation(
  z.object({ RegionId: text(), SupportMulticast: flag().default(false) }),
  (params) => {
    if (!Object.hasOwn(regions, params.RegionId)) fail('IllegalParam.Region')
    const zones = zonesOf(params.RegionId)
    return {
      AvailableZones: zones,
      MasterZones: zones.slice(0, 2),
      SlaveZones: zones.slice(0, 2),
      SupportMulticast: params.SupportMulticast,
    }
  },
)
