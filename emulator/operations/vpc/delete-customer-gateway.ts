import { z } from 'zod'

import { customerGatewayOf } from '../../connections/lookups'
import { gatewayId } from '../../connections/parameters'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { token } from '../../protocol/parameters'

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
    state.devices.delete(id)
    return {}
  },
)
