import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import { getJson } from '@/lib/query'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'

export const routingPolicyParams = z.object({
  cenId: z.string().min(1),
  cenRegionId: z.string().min(1).exactOptional(),
  transitRouterRouteTableId: z.string().min(1).exactOptional(),
})
export type RoutingPolicyParams = z.infer<typeof routingPolicyParams>

/** The routing policies of a CEN instance, the one the system adds (priority 5000) among them. */
export const routingPolicyList = (params: RoutingPolicyParams) =>
  queryOptions({
    queryKey: ['listRoutingPolicies', params],
    queryFn: () => getJson<RoutingPolicy[]>('/api/routing-policies', params),
  })
