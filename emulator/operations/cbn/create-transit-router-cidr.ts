import { z } from 'zod'

import { transitRouterOf } from '../../cen-lookups'
import { addCidr } from '../../cidr-blocks'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { description, dryRun, flag, name, text } from '../../parameters'

export const CreateTransitRouterCidr = operation(
  z.object({
    ...dryRun,
    Cidr: text(),
    Description: description().default(''),
    Name: name().default(''),
    PublishCidrRoute: flag().default(true),
    RegionId: text(),
    TransitRouterId: text(),
  }),
  (params, context) => {
    const router = transitRouterOf(context, params.TransitRouterId)
    if (router.RegionId !== params.RegionId) fail('InvalidTransitRouterId.NotFound')
    if (router.Status !== 'Active') fail('IncorrectStatus.Status')
    const { Cidr, Name, Description, PublishCidrRoute } = params
    return {
      TransitRouterCidrId: addCidr(context, router, { Cidr, Name, Description, PublishCidrRoute }),
    }
  },
)
