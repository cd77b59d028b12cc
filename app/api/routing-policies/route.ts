import { get } from '@/lib/request/route'
import { listRoutingPolicies } from '@/lib/routing-policies/cloud'
import { routingPolicyParams } from '@/lib/routing-policies/params'

export const GET = get({ schema: routingPolicyParams }, (params, access) =>
  listRoutingPolicies(access, params),
)
