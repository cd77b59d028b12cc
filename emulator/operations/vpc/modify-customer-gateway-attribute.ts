import { z } from 'zod'

import { gatewayOutline } from '../../connections/customer-gateway'
import { customerGatewayOf } from '../../connections/lookups'
import { authKey, gatewayId, label } from '../../connections/parameters'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { token } from '../../protocol/parameters'

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
