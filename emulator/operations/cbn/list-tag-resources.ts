import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { tagFilter, text, whole } from '../../protocol/parameters'
import { hasTags } from '../../protocol/tags'
import { requireRegion, type Taggable, taggables, taggableType } from '../../routers/taggable'

export const ListTagResources = operation(
  z.object({
    NextToken: text().optional(),
    PageSize: whole(1, 50).default(10),
    RegionId: text().optional(),
    ResourceId: z.array(text()).max(20).optional(),
    ResourceType: taggableType(),
    Tag: tagFilter().optional(),
  }),
  (params, context) => {
    const { ResourceId, ResourceType, Tag } = params
    requireRegion(params)
    if (!ResourceId && !Tag) fail('MissingParameter', 'The parameter ResourceId.1 is missing.')
    const all: readonly Taggable[] = taggables(context, ResourceType).all
    const rows = all
      .filter(({ id, tags }) => (ResourceId?.includes(id) ?? true) && hasTags(tags, Tag))
      .flatMap(({ id, tags }) =>
        tags.map(({ Key, Value }) => ({
          ResourceId: id,
          ResourceType,
          TagKey: Key,
          TagValue: Value,
        })),
      )
    const { items, echo } = nextPageOf(rows, {
      MaxResults: params.PageSize,
      NextToken: params.NextToken,
    })
    return {
      ...('NextToken' in echo && { NextToken: echo.NextToken }),
      TagResources: { TagResource: items },
    }
  },
)
