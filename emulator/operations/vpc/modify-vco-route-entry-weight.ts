import { z } from 'zod'

import { operation } from '../../operation'
import { token } from '../../parameters'
import { routedConnection, startRouteUpdate, vcoRouteId, vcoRouteOf, weight } from '../../vco-route'

export const ModifyVcoRouteEntryWeight = operation(
  z.object({ ...token, ...vcoRouteId, NewWeight: weight() }),
  (params, context) => {
    const connection = routedConnection(context, params)
    const { id } = vcoRouteOf(context, params)
    context.state.vcoRoutes.patch(id, { Weight: params.NewWeight })
    startRouteUpdate(context, connection)
    return {}
  },
)
