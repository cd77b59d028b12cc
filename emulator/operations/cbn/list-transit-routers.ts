import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation, toMinute } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, name, pages, tagFilter, text } from '../../protocol/parameters'
import { hasTags } from '../../protocol/tags'
import { regions } from '../../regions'
import { cenOf } from '../../routers/lookups'

export const ListTransitRouters = operation(
  z.object({
    ...pages,
    CenId: text().optional(),
    RegionId: text().optional(),
    TransitRouterId: text().optional(),
    TransitRouterName: name().optional(),
    Status: choice(['Creating', 'Active', 'Modifying', 'Deleting', 'Upgrading']).optional(),
    Type: choice(['Enterprise', 'Basic']).optional(),
    FeatureFilter: z
      .array(
        z.object({ Key: choice(['Multicast']), Value: z.array(choice(['Enabled', 'Disabled'])) }),
      )
      .default([]),
    Tag: tagFilter().optional(),
  }),
  (params, context) => {
    const { state, account } = context
    if (params.CenId) cenOf(context, params.CenId)
    if (params.RegionId && !Object.hasOwn(regions, params.RegionId)) fail('IllegalParam.Region')
    const routers = state.transitRouters.where(
      (router) =>
        router.owner === account.uid &&
        (!params.CenId || router.CenId === params.CenId) &&
        (!params.RegionId || router.RegionId === params.RegionId) &&
        (!params.TransitRouterName || router.TransitRouterName === params.TransitRouterName) &&
        (!params.Status || router.Status === params.Status) &&
        (!params.Type || router.Type === params.Type) &&
        hasTags(router.tags, params.Tag) &&
        params.FeatureFilter.every(({ Value }) =>
          Value.includes(router.SupportMulticast ? 'Enabled' : 'Disabled'),
        ),
      params.TransitRouterId,
    )
    const { items, echo } = pageOf(routers, params)
    return {
      ...echo,
      TransitRouters: items.map((router) => ({
        AliUid: router.owner,
        CenId: router.CenId,
        CreationTime: toMinute(router.createdAt),
        RegionId: router.RegionId,
        Status: router.Status,
        SupportMulticast: router.SupportMulticast,
        Tags: router.tags,
        TransitRouterCidrList: state.cidrs
          .by('TransitRouterId', router.id)
          .map(({ id, Cidr, Description, Name, PublishCidrRoute }) => ({
            Cidr,
            Description,
            Name,
            PublishCidrRoute,
            TransitRouterCidrId: id,
          })),
        TransitRouterDescription: router.TransitRouterDescription,
        TransitRouterId: router.id,
        TransitRouterName: router.TransitRouterName,
        Type: router.Type,
      })),
    }
  },
)
