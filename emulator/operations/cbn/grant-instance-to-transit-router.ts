import { z } from 'zod'

import { grantedConnection } from '../../connections/lookups'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, text, whole } from '../../protocol/parameters'
import { accounts } from '../../state/accounts'

export const GrantInstanceToTransitRouter = operation(
  z.object({
    CenId: text(),
    CenOwnerId: whole(),
    InstanceId: text(),
    InstanceType: choice(['VPC', 'ExpressConnect', 'VPN', 'ECR']),
    // Alibaba documents no default of the payer.
    OrderType: choice(['PayByCenOwner', 'PayByResourceOwner']).default('PayByCenOwner'),
    RegionId: text().optional(),
  }),
  (params, context) => {
    const { state, account, now } = context
    const connection = grantedConnection(context, params)
    if (!accounts.some(({ uid }) => uid === params.CenOwnerId) || params.CenOwnerId === account.uid)
      fail('InvalidParameter', 'The parameter CenOwnerId is not another account.')
    if (state.cens.get(params.CenId)?.owner !== params.CenOwnerId) fail('ParameterCenInstanceId')
    // Alibaba: the connection must be unbound.
    if (state.attachments.first(({ ResourceId }) => ResourceId === connection.id))
      fail('InvalidOperation.VpnConnectionAttached')
    state.grants.put({
      id: `${connection.id}/${params.CenId}`,
      CenId: params.CenId,
      CenOwnerId: params.CenOwnerId,
      InstanceId: connection.id,
      InstanceOwnerId: account.uid,
      InstanceType: params.InstanceType,
      RegionId: connection.RegionId,
      OrderType: params.OrderType,
      createdAt: now,
    })
    return {}
  },
)
