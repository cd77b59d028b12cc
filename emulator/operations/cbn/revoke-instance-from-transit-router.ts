import { z } from 'zod'

import { grantedConnection } from '../../connections/lookups'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, text, whole } from '../../protocol/parameters'

export const RevokeInstanceFromTransitRouter = operation(
  z.object({
    CenId: text(),
    CenOwnerId: whole(),
    InstanceId: text(),
    InstanceType: choice(['VPC', 'ExpressConnect', 'VPN', 'ECR']),
    RegionId: text().optional(),
  }),
  (params, context) => {
    const { state } = context
    const connection = grantedConnection(context, params)
    const grant = state.grants.get(`${connection.id}/${params.CenId}`)
    if (grant?.CenOwnerId !== params.CenOwnerId) fail('InvalidInstanceId.NotFound')
    const attached = state.attachments.first(
      ({ ResourceId, CenId }) => ResourceId === connection.id && CenId === params.CenId,
    )
    // Alibaba: detach first.
    if (attached) fail('InvalidOperation.VpnConnectionAttached')
    state.grants.delete(grant.id)
    return {}
  },
)
