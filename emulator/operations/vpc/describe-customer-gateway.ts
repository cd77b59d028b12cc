import { z } from 'zod'

import { gatewayView } from '../../customer-gateway-view'
import { operation } from '../../operation'
import { customerGatewayOf } from '../../vpc-lookups'
import { gatewayId } from '../../vpc-parameters'

export const DescribeCustomerGateway = operation(z.object(gatewayId), (params, context) =>
  gatewayView(customerGatewayOf(context, params)),
)
