import { z } from 'zod'

import { fail } from '../../errors'
import { operation } from '../../operation'
import { flag, text } from '../../parameters'
import { withoutTags } from '../../tags'
import { region } from '../../vpc-parameters'
import { resourceIds, resourceType, retag } from '../../vpc-taggable'

export const UnTagResources = operation(
  z.object({
    RegionId: region(),
    ResourceType: resourceType(),
    ResourceId: resourceIds(),
    TagKey: z.array(text()).max(20).default([]),
    All: flag().default(false),
  }),
  (params, context) => {
    const { TagKey, All } = params
    if (TagKey.length === 0 && !All) fail('MissingParameter', 'The parameter TagKey.N is missing.')
    retag(context, params, (old) => (TagKey.length > 0 ? withoutTags(old, TagKey) : []))
    return {}
  },
)
