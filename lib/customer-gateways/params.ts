import { z } from 'zod'

import { cloudIdText, regionIdText } from '@/lib/text/ids'

export const customerGatewayParams = z.object({
  regionId: regionIdText,
  customerGatewayId: cloudIdText.exactOptional(),
})
export type CustomerGatewayParams = z.infer<typeof customerGatewayParams>
