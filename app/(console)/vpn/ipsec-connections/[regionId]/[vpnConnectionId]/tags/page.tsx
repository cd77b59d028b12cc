'use client'
import { saveTags } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/actions'
import { useOpenConnection } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/open-connection'
import { TagsEditor } from '@/components/resource/tags-editor'

export default function TagsTab() {
  const { regionId, vpnConnectionId, tags } = useOpenConnection()
  return (
    <TagsEditor
      id={vpnConnectionId}
      tags={tags}
      save={(change) => saveTags({ regionId, vpnConnectionId, ...change })}
    />
  )
}
