import { queryOptions, skipToken } from '@tanstack/react-query'

import type { CustomerGatewayParams } from '@/lib/customer-gateways/params'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { getJson } from '@/lib/query/get-json'

/** The customer gateways of a region, or the one named. */
export const customerGatewayList = (params: CustomerGatewayParams) =>
  queryOptions({
    queryKey: ['listCustomerGateways', params],
    queryFn: () => getJson<CustomerGateway[]>('/api/customer-gateways', params),
  })

/** The first rows of a long `customerGatewayList`, which come with the page; nothing asks for them later. */
export const customerGatewayStart = (params: CustomerGatewayParams) =>
  queryOptions<CustomerGateway[]>({
    queryKey: ['startOfCustomerGateways', params],
    queryFn: skipToken,
  })
