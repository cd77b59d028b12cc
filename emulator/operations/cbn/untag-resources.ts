import { z } from 'zod'

import { taggablesOf, taggableType } from '../../cbn-taggable'
import { fail } from '../../errors'
import { operation } from '../../operation'
import { flag, text } from '../../parameters'
import { withoutTags } from '../../tags'

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
