import { z } from 'zod'

import { operation } from '../../protocol/operation'
import { tags, text } from '../../protocol/parameters'
import { withTags } from '../../protocol/tags'
import { taggablesOf, taggableType } from '../../routers/taggable'

export const TagResources = operation(
  z.object({
    RegionId: text().optional(),
    ResourceId: z.array(text()).min(1).max(50),
    ResourceType: taggableType(),
    Tag: tags().min(1),
  }),
  (params, context) => {
    const { resources, set } = taggablesOf(context, params)
    for (const { id, tags: present } of resources)
      set(id, withTags(present, params.Tag, context.quota('tagsPerResource')))
    return {}
  },
)
