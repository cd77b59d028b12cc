import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { dryRun, text } from '../../protocol/parameters'
import { cenOf } from '../../routers/lookups'

export const MoveResourceGroup = operation(
  z.object({
    ...dryRun,
    NewResourceGroupId: text(),
    ResourceId: text(),
    // SDK: CEN and bandwidthpackage; the Terraform provider writes cen.
    ResourceType: text()
      .transform((word) => word.toLowerCase())
      .pipe(z.enum(['cen', 'bandwidthpackage'])),
  }),
  (params, context) => {
    // There are no bandwidth plans here.
    if (params.ResourceType === 'bandwidthpackage') fail('InvalidInstanceId.NotFound')
    const { id } = cenOf(context, params.ResourceId)
    context.state.cens.patch(id, { ResourceGroupId: params.NewResourceGroupId })
    return {}
  },
)
