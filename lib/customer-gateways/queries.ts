import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'

import type { customerGatewayParams } from '@/lib/customer-gateways/params'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { getJson } from '@/lib/query/get-json'

export type CustomerGatewayParams = z.infer<typeof customerGatewayParams>

/** The customer gateways of a region, or the one named. */
export const customerGatewayList = (params: CustomerGatewayParams) =>
  queryOptions({
    queryKey: ['listCustomerGateways', params],
    queryFn: () => getJson<CustomerGateway[]>('/api/customer-gateways', params),
  })
