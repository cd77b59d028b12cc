import { ConnectionTags } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/connection-tags'

export default function TagsTab() {
  return <ConnectionTags />
}
