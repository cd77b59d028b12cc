import { z } from 'zod'

import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { flag, text } from '../../protocol/parameters'
import { withoutTags } from '../../protocol/tags'
import { taggablesOf, taggableType } from '../../routers/taggable'

export const UntagResources = operation(
  z.object({
    All: flag().default(false),
    RegionId: text().optional(),
    ResourceId: z.array(text()).min(1).max(50),
    ResourceType: taggableType(),
    TagKey: z.array(text()).max(20).optional(),
  }),
  (params, context) => {
    const { resources, set } = taggablesOf(context, params)
    if (!params.TagKey && !params.All)
      fail('MissingParameter', 'The parameter TagKey.1 is missing.')
    for (const { id, tags } of resources)
      set(id, params.TagKey ? withoutTags(tags, params.TagKey) : [])
    return {}
  },
)
