import { z } from 'zod'

import { fail } from '../../errors'
import { operation } from '../../operation'
import { token } from '../../parameters'
import { attachmentOfConnection, connectionOf } from '../../vpc-lookups'
import { vcoId } from '../../vpc-parameters'

export const DeleteVpnAttachment = operation(
  z.object({ ...token, ...vcoId }),
  (params, context) => {
    const { state } = context
    const { id, State } = connectionOf(context, params)
    if (attachmentOfConnection(state, id)) fail('VpnConnection.Attached')
    if (State === 'updating') fail('VpnGateway.Configuring')
    for (const route of state.vcoRoutes.where(({ VpnConnectionId }) => VpnConnectionId === id))
      state.vcoRoutes.delete(route.id)
    for (const grant of state.grants.where(({ InstanceId }) => InstanceId === id))
      state.grants.delete(grant.id)
    state.connections.delete(id)
    return { Code: '200', Message: 'successful', Success: true }
  },
)
