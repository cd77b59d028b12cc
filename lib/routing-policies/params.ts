import { z } from 'zod'

export const routingPolicyParams = z.object({
  cenId: z.string().min(1),
  cenRegionId: z.string().min(1).exactOptional(),
  transitRouterRouteTableId: z.string().min(1).exactOptional(),
})
export type RoutingPolicyParams = z.infer<typeof routingPolicyParams>
