import { z } from 'zod'

import { operation } from '../../operation'
import { tags } from '../../parameters'
import { withTags } from '../../tags'
import { region } from '../../vpc-parameters'
import { resourceIds, resourceType, retag } from '../../vpc-taggable'

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
