import { z } from 'zod'

import { gatewayOutline } from '../../customer-gateway-view'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { token } from '../../parameters'
import { customerGatewayOf } from '../../vpc-lookups'
import { authKey, gatewayId, label } from '../../vpc-parameters'

export const ModifyCustomerGatewayAttribute = operation(
  z.object({
    ...token,
    ...gatewayId,
    Name: label('InvalidName').optional(),
    Description: label('InvalidDescription').optional(),
    AuthKey: authKey().optional(),
  }),
  (params, context) => {
    const { state, schedule } = context
    const gateway = customerGatewayOf(context, params)
    if (state.pending.first(({ target }) => target === gateway.id)) fail('VpnGateway.Configuring')
    const changed = state.customerGateways.put({
      ...gateway,
      Name: params.Name ?? gateway.Name,
      Description: params.Description ?? gateway.Description,
      AuthKey: params.AuthKey ?? gateway.AuthKey,
    })
    // Alibaba: ModifyCustomerGatewayAttribute is asynchronous only when AuthKey is given.
    if (params.AuthKey !== undefined) schedule('customerGatewayUpdated', gateway.id)
    return { ...gatewayOutline(changed), ResourceGroupId: changed.ResourceGroupId }
  },
)
