import { z } from 'zod'

import { region } from '../../connections/parameters'
import { resourceIds, resourceType, retag } from '../../connections/taggable'
import { operation } from '../../protocol/operation'
import { tags } from '../../protocol/parameters'
import { withTags } from '../../protocol/tags'

export const TagResources = operation(
  z.object({
    RegionId: region(),
    ResourceType: resourceType(),
    ResourceId: resourceIds(),
    // Alibaba: TagResources of VPC, keys of up to 128 characters.
    Tag: tags(128),
  }),
  (params, context) => {
    const limit = context.quota('tagsPerResource')
    retag(context, params, (old) => withTags(old, params.Tag, limit))
    return {}
  },
)
