import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'

import { getJson } from '@/lib/query/get-json'
import type { routingPolicyParams } from '@/lib/routing-policies/params'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'

export type RoutingPolicyParams = z.infer<typeof routingPolicyParams>

/** The routing policies of a CEN instance, the one the system adds (priority 5000) among them. */
export const routingPolicyList = (params: RoutingPolicyParams) =>
  queryOptions({
    queryKey: ['listRoutingPolicies', params],
    queryFn: () => getJson<RoutingPolicy[]>('/api/routing-policies', params),
  })
