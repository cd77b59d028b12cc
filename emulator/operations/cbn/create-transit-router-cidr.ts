import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { description, dryRun, flag, name, text } from '../../protocol/parameters'
import { addCidr } from '../../routers/cidr-blocks'
import { transitRouterOf } from '../../routers/lookups'

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
