import { z } from 'zod'

import { operation } from '../../operation'
import { text, token } from '../../parameters'
import { regions } from '../../regions'

export const CheckVpnBgpEnabled = operation(z.object({ ...token, RegionId: text() }), (params) => ({
  BgpEnabled: Object.hasOwn(regions, params.RegionId),
}))
