'use client'
import { DeviceTab } from '@/app/(console)/device-tab'
import { useOpenConnection } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/open-connection'

/** The device at the other end of the connection. */
export function ConnectionDeviceTab() {
  return <DeviceTab connection={useOpenConnection()} />
}
