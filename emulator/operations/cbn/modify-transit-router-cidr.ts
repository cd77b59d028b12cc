import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { description, dryRun, flag, name, text } from '../../protocol/parameters'
import { requireCidr } from '../../routers/cidr-blocks'
import { cidrOf } from '../../routers/lookups'

export const ModifyTransitRouterCidr = operation(
  z.object({
    ...dryRun,
    Cidr: text().optional(),
    Description: description().optional(),
    Name: name().optional(),
    PublishCidrRoute: flag().optional(),
    RegionId: text(),
    TransitRouterCidrId: text(),
    TransitRouterId: text(),
  }),
  (params, context) => {
    const { state } = context
    const { router, cidr } = cidrOf(context, params)
    if (router.Status !== 'Active') fail('IncorrectStatus.Status')
    // The Terraform provider sends the block with every change; only another one is a change.
    if (params.Cidr !== undefined && params.Cidr !== cidr.Cidr) {
      if (state.allocations.first(({ TransitRouterCidrId }) => TransitRouterCidrId === cidr.id))
        fail('OperationFailed.CidrBlockAllocated')
      requireCidr(context, router, params.Cidr, cidr.id)
    }
    state.cidrs.put({
      ...cidr,
      Cidr: params.Cidr ?? cidr.Cidr,
      Name: params.Name ?? cidr.Name,
      Description: params.Description ?? cidr.Description,
      PublishCidrRoute: params.PublishCidrRoute ?? cidr.PublishCidrRoute,
    })
    return {}
  },
)
