import { z } from 'zod'

import { attachmentOfConnection, connectionOf } from '../../connections/lookups'
import { vcoId } from '../../connections/parameters'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { token } from '../../protocol/parameters'

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
