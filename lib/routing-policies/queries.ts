import { queryOptions } from '@tanstack/react-query'

import { getJson } from '@/lib/query/get-json'
import type { RoutingPolicyParams } from '@/lib/routing-policies/params'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'

/** The routing policies of a CEN instance, the one the system adds (priority 5000) among them. */
export const routingPolicyList = (params: RoutingPolicyParams) =>
  queryOptions({
    queryKey: ['listRoutingPolicies', params],
    queryFn: () => getJson<RoutingPolicy[]>('/api/routing-policies', params),
  })
