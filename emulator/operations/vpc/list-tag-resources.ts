import { z } from 'zod'

import { region } from '../../connections/parameters'
import { resourceType, taggables } from '../../connections/taggable'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { nextPageOf } from '../../protocol/paging'
import { tagFilter, text, whole } from '../../protocol/parameters'
import { hasTags } from '../../protocol/tags'

export const ListTagResources = operation(
  z.object({
    RegionId: region(),
    ResourceType: resourceType(),
    ResourceId: z.array(text()).max(50).default([]),
    Tag: tagFilter().default([]),
    MaxResults: whole(1, 50).default(50),
    NextToken: text().optional(),
  }),
  (params, context) => {
    const { ResourceType, ResourceId, Tag } = params
    if (ResourceId.length === 0 && Tag.length === 0)
      fail('MissingParameter', 'The parameter ResourceId.N or Tag.N.Key is missing.')
    const found = taggables(context, params)
      .filter(
        ({ id, tags }) =>
          (ResourceId.length === 0 || ResourceId.includes(id)) && hasTags(tags, Tag),
      )
      .flatMap(({ id, tags }) =>
        tags.map(({ Key, Value }) => ({
          ResourceId: id,
          ResourceType,
          TagKey: Key,
          TagValue: Value,
        })),
      )
    const { items, echo } = nextPageOf(found, params)
    return { NextToken: echo.NextToken ?? '', TagResources: { TagResource: items } }
  },
)
