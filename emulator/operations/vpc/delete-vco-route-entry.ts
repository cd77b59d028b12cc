import { z } from 'zod'

import { routedConnection, startRouteUpdate, vcoRouteId, vcoRouteOf } from '../../connections/route'
import { operation } from '../../protocol/operation'
import { token } from '../../protocol/parameters'

export const DeleteVcoRouteEntry = operation(
  z.object({ ...token, ...vcoRouteId }),
  (params, context) => {
    const connection = routedConnection(context, params)
    const { id } = vcoRouteOf(context, params)
    context.state.vcoRoutes.delete(id)
    startRouteUpdate(context, connection)
    return {}
  },
)
