'use client'
import { TagsEditor } from '@/components/tags-editor'

import { saveTags } from './actions'
import { useOpenConnection } from './open-connection'

export function ConnectionTags() {
  const { regionId, vpnConnectionId, tags } = useOpenConnection()
  return (
    <TagsEditor
      id={vpnConnectionId}
      tags={tags}
      save={(change) => saveTags({ regionId, vpnConnectionId, ...change })}
    />
  )
}
