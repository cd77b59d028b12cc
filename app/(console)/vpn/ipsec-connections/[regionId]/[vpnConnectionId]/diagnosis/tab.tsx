'use client'
import { DiagnosisTab } from '@/app/(console)/diagnosis-tab'
import { useOpenConnection } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/open-connection'
import { routes } from '@/lib/navigation/routes'

/** Why the connection is down. */
export function ConnectionDiagnosisTab() {
  const connection = useOpenConnection()
  const { regionId, vpnConnectionId } = connection
  return (
    <DiagnosisTab
      connection={connection}
      device={routes.ipsecConnectionTab(regionId, vpnConnectionId, 'device')}
    />
  )
}
