'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { TunnelDiagnosis } from '@/components/diagnosis/tunnel-diagnosis'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { isUnattached } from '@/lib/ipsec-connections/attach-state'
import { diagnosisList } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'

/** Milliseconds between two looks at the diagnosis, which knows three minutes. */
const LOOK = 30_000

interface DiagnosisTabProps {
  connection: IpsecConnection
  /** The tab with the configuration of the device. */
  device: string
}

/** Why each tunnel of a connection is down, and its log. */
export function DiagnosisTab({ connection, device }: DiagnosisTabProps) {
  const t = useTranslations('diagnosis')
  const { regionId, vpnConnectionId, tunnels } = connection
  const isAttached = !isUnattached(connection)
  const { data, error, refetch } = useQuery({
    ...diagnosisList({ regionId, vpnConnectionId }),
    enabled: isAttached,
    refetchInterval: LOOK,
  })
  if (!isAttached)
    return <EmptyState title={t('notAttached.title')}>{t('notAttached.body')}</EmptyState>
  if (!data && !error) return <Skeleton className="w-80" />
  return (
    // What follows a tunnel waits for its findings: it would be pushed down by them.
    <div className="flex flex-col gap-4 [&>[aria-busy=true]~*]:hidden">
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {tunnels.map((tunnel) => (
        <TunnelDiagnosis
          key={tunnel.tunnelIndex}
          connection={connection}
          tunnel={tunnel}
          diagnosis={data?.find(({ tunnelId }) => tunnelId === (tunnel.tunnelId ?? ''))}
          links={{
            edit: (field) =>
              routes.editIpsecConnectionAt(regionId, vpnConnectionId, `connection.${field}`),
            device,
          }}
        />
      ))}
    </div>
  )
}
