import { z } from 'zod'

import {
  routedConnection,
  startRouteUpdate,
  vcoRouteId,
  vcoRouteOf,
  weight,
} from '../../connections/route'
import { operation } from '../../protocol/operation'
import { token } from '../../protocol/parameters'

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
