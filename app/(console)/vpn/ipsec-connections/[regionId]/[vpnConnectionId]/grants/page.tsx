import { ConnectionGrants } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/connection-grants'

export default function GrantsTab() {
  return <ConnectionGrants />
}
