import { z } from 'zod'

import { operation } from '../../operation'
import { token } from '../../parameters'
import { routedConnection, startRouteUpdate, vcoRouteId, vcoRouteOf } from '../../vco-route'

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
