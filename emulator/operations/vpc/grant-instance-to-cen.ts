import { z } from 'zod'

import { region } from '../../connections/parameters'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { choice, text, token, whole } from '../../protocol/parameters'

// The older grant of a VPC or VBR. A connection is granted by GrantInstanceToTransitRouter of CBN.
export const GrantInstanceToCen = operation(
  z.object({
    ...token,
    RegionId: region(),
    CenId: text(),
    CenOwnerId: whole(),
    InstanceId: text(),
    InstanceType: choice(['VPC', 'VBR']),
  }),
  (params, { state, account, now }) => {
    const { RegionId, CenId, CenOwnerId, InstanceId, InstanceType } = params
    if (!InstanceId.startsWith(`${InstanceType.toLowerCase()}-`)) fail('InvalidInstanceId.NotFound')
    // The emulator keeps no VPCs and VBRs; of those that are attached it knows the owner.
    const attached = state.attachments.first(({ ResourceId }) => ResourceId === InstanceId)
    if (attached && attached.ResourceOwnerId !== account.uid) fail('Forbidden')
    if (state.cens.get(CenId)?.owner !== CenOwnerId) fail('InvalidCenId.NotFound')
    state.grants.put({
      id: `${InstanceId}/${CenId}`,
      CenId,
      CenOwnerId,
      InstanceId,
      InstanceOwnerId: account.uid,
      InstanceType: InstanceType === 'VPC' ? 'VPC' : 'ExpressConnect',
      RegionId,
      OrderType: 'PayByCenOwner',
      createdAt: now,
    })
    return {}
  },
)
