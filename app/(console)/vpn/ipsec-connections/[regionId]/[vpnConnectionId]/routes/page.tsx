import { ConnectionRoutes } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/connection-routes'

export default function RoutesTab() {
  return <ConnectionRoutes />
}
