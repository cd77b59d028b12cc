import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { customerGatewayParams } from '@/lib/customer-gateways/params'
import { get } from '@/lib/request/route'

export const GET = get({ schema: customerGatewayParams }, (params, access) =>
  listCustomerGateways(access, params),
)
