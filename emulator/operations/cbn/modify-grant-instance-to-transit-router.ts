import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, text, token } from '../../protocol/parameters'

export const ModifyGrantInstanceToTransitRouter = operation(
  z.object({
    ...token,
    CenId: text(),
    InstanceId: text(),
    OrderType: choice(['PayByCenOwner', 'PayByResourceOwner']),
  }),
  (params, { state, account }) => {
    const grant = state.grants.get(`${params.InstanceId}/${params.CenId}`)
    if (grant?.InstanceOwnerId !== account.uid) fail('InvalidInstanceId.NotFound')
    state.grants.put({ ...grant, OrderType: params.OrderType })
    return {}
  },
)
