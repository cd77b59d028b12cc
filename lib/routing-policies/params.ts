import { z } from 'zod'

import { cloudIdText, regionIdText } from '@/lib/text/ids'

export const routingPolicyParams = z.object({
  cenId: cloudIdText,
  cenRegionId: regionIdText.exactOptional(),
  transitRouterRouteTableId: cloudIdText.exactOptional(),
})
export type RoutingPolicyParams = z.infer<typeof routingPolicyParams>
