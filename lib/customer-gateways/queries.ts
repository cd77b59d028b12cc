import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'

import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { getJson } from '@/lib/query'

export const customerGatewayParams = z.object({
  regionId: z.string().min(1),
  customerGatewayId: z.string().min(1).exactOptional(),
})
export type CustomerGatewayParams = z.infer<typeof customerGatewayParams>

/** The customer gateways of a region, or the one named. */
export const customerGatewayList = (params: CustomerGatewayParams) =>
  queryOptions({
    queryKey: ['listCustomerGateways', params],
    queryFn: () => getJson<CustomerGateway[]>('/api/customer-gateways', params),
  })
