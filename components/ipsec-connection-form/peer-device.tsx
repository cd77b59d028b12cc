'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Suspense, useState } from 'react'

import { useKeptDevice } from '@/components/peer-config/use-kept-device'
import { Button } from '@/components/ui/button'
import { late } from '@/components/ui/late'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { gatewayOf } from '@/lib/connection-form/surroundings'

import { useJudgement } from './judge-context'
import { useSurroundings } from './surroundings-context'

// Brought when asked for: most of its weight is the devices.
const LiveDevice = late(() => import('./live-device').then((m) => m.LiveDevice))

export type KeepDevice = Parameters<typeof useKeptDevice>[1]

/** The configuration of the device at the other end, live beside the form. */
export function PeerDevice({ keepDevice }: { keepDevice: KeepDevice }) {
  const t = useTranslations('peerConfig')
  const [isOpen, setIsOpen] = useState(false)
  const router = useRouter()
  const { peer } = useJudgement()
  const surroundings = useSurroundings()
  const { keep, keeping } = useKeptDevice(surroundings.regionId, keepDevice)
  if (!peer) return null
  return (
    <Panel title={t('title')}>
      {isOpen ? (
        <Suspense fallback={<Skeleton className="w-40" />}>
          <LiveDevice
            keeping={keeping}
            onDevice={(device, customerGatewayIds) => {
              const gateways = customerGatewayIds.flatMap((id) => gatewayOf(surroundings, id) ?? [])
              // The rules of the form ask the tag, which the next reading brings.
              void keep(device, gateways).then(() => router.refresh())
            }}
          />
        </Suspense>
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('open')}</Button>
      )}
    </Panel>
  )
}
