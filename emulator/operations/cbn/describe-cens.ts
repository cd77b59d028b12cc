import { z } from 'zod'

import { operation, toMinute } from '../../protocol/operation'
import { pageOf } from '../../protocol/paging'
import { choice, pages, tagFilter, text } from '../../protocol/parameters'
import { hasTags } from '../../protocol/tags'

export const DescribeCens = operation(
  z.object({
    ...pages,
    Tag: tagFilter().optional(),
    Filter: z
      .array(z.object({ Key: choice(['CenId', 'Name']), Value: z.array(text()).max(5) }))
      .max(5)
      .default([]),
    ResourceGroupId: text().optional(),
  }),
  (params, { state, account }) => {
    const cens = state.cens.where(
      (cen) =>
        cen.owner === account.uid &&
        (!params.ResourceGroupId || cen.ResourceGroupId === params.ResourceGroupId) &&
        hasTags(cen.tags, params.Tag) &&
        params.Filter.every(({ Key, Value }) =>
          Value.includes(Key === 'CenId' ? cen.id : cen.Name),
        ),
    )
    const { items, echo } = pageOf(cens, params)
    return {
      ...echo,
      Cens: {
        Cen: items.map((cen) => ({
          CenId: cen.id,
          Name: cen.Name,
          Description: cen.Description,
          Status: cen.Status,
          CreationTime: toMinute(cen.createdAt),
          ProtectionLevel: cen.ProtectionLevel ?? 'REDUCED',
          Ipv6Level: 'DISABLED',
          ResourceGroupId: cen.ResourceGroupId,
          CenBandwidthPackageIds: { CenBandwidthPackageId: [] },
          Tags: { Tag: cen.tags },
        })),
      },
    }
  },
)
