import { z } from 'zod'

import { gatewayView } from '../../connections/customer-gateway'
import { customerGatewayOf } from '../../connections/lookups'
import { gatewayId } from '../../connections/parameters'
import { operation } from '../../protocol/operation'

export const DescribeCustomerGateway = operation(z.object(gatewayId), (params, context) =>
  gatewayView(customerGatewayOf(context, params)),
)
