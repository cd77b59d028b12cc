import { z } from 'zod'

import { region } from '../../connections/parameters'
import { resourceIds, resourceType, retag } from '../../connections/taggable'
import { fail } from '../../protocol/errors'
import { operation } from '../../protocol/operation'
import { flag, text } from '../../protocol/parameters'
import { withoutTags } from '../../protocol/tags'

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
