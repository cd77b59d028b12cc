'use client'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'

import { keepDevice, revealKeys } from '@/app/(console)/device-actions'
import { useKeptDevice } from '@/components/peer-config/use-kept-device'
import { ErrorState } from '@/components/ui/error-state'
import { late } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'
import { customerGatewayList } from '@/lib/customer-gateways/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { deviceOf } from '@/lib/peer-config/device-tag'
import { peerOfConnection } from '@/lib/peer-config/peer'

const DeviceConfiguration = late(() =>
  import('@/components/peer-config/device-configuration').then((m) => m.DeviceConfiguration),
)

/** What to configure at the other end of a connection that exists. */
export function DeviceTab({ connection }: { connection: IpsecConnection }) {
  const { regionId, vpnConnectionId, tunnels } = connection
  const gateways = useQuery(customerGatewayList({ regionId }))
  const { keep, keeping } = useKeptDevice(regionId, keepDevice)
  if (gateways.error && !gateways.data)
    return <ErrorState error={gateways.error} onRetry={() => void gateways.refetch()} />
  if (!gateways.data) return <Skeleton className="w-80" />
  const own = tunnels.map(({ customerGatewayId }) =>
    gateways.data.find((gateway) => gateway.customerGatewayId === customerGatewayId),
  )
  return (
    <Suspense fallback={<Skeleton className="w-80" />}>
      <DeviceConfiguration
        peer={peerOfConnection(connection, gateways.data)}
        deviceIds={own.map((gateway) => deviceOf(gateway)?.id)}
        onDevice={(device, numbers) =>
          void keep(
            device,
            numbers.flatMap((number) => own[number - 1] ?? []),
          ).then(() => gateways.refetch())
        }
        keeping={keeping}
        reveal={() => revealKeys({ regionId, vpnConnectionId })}
      />
    </Suspense>
  )
}
