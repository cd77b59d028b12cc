import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { text, token } from '../../protocol/parameters'
import { regions } from '../../regions'

export const CheckVpnBgpEnabled = operation(z.object({ ...token, RegionId: text() }), (params) => ({
  BgpEnabled: Object.hasOwn(regions, params.RegionId),
}))
