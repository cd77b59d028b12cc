import { z } from 'zod'

import { fail } from '../../errors'
import { operation } from '../../operation'
import { token } from '../../parameters'
import { customerGatewayOf } from '../../vpc-lookups'
import { gatewayId } from '../../vpc-parameters'

export const DeleteCustomerGateway = operation(
  z.object({ ...token, ...gatewayId }),
  (params, context) => {
    const { state } = context
    const { id } = customerGatewayOf(context, params)
    if (state.pending.first(({ target }) => target === id)) fail('VpnGateway.Configuring')
    const user = state.connections.first(({ tunnels }) =>
      tunnels.some(({ CustomerGatewayId }) => CustomerGatewayId === id),
    )
    if (user) fail('DependencyViolation.VpnConnection')
    state.customerGateways.delete(id)
    return {}
  },
)
