'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { FindingCard, type FindingLinks } from '@/components/diagnosis/finding-card'
import { TunnelLog } from '@/components/diagnosis/tunnel-log'
import { State } from '@/components/resource/state'
import { ErrorState } from '@/components/ui/error-state'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { findingsOf } from '@/lib/diagnosis/findings'
import { vpnLog } from '@/lib/ipsec-connections/queries'
import type { Diagnosis, IpsecConnection, Tunnel } from '@/lib/ipsec-connections/schema'

/** How far back the log is looked at, in minutes; the cloud's own diagnosis looks at three. */
const LOOK_BACK = '10'
/** Of these only the latest lines tell why it is down now. */
const LATEST = 2000
/** Milliseconds between two looks. */
const LOOK = 30_000

interface TunnelDiagnosisProps {
  connection: IpsecConnection
  tunnel: Tunnel
  diagnosis: Diagnosis | undefined
  links: FindingLinks
}

/** Why one tunnel is down, and its log. */
export function TunnelDiagnosis({ connection, tunnel, diagnosis, links }: TunnelDiagnosisProps) {
  const t = useTranslations('diagnosis')
  const { regionId, vpnConnectionId, tunnels } = connection
  const { tunnelId, tunnelIndex } = tunnel
  const subject = { regionId, vpnConnectionId, ...(tunnelId && { tunnelId }) }
  const log = useInfiniteQuery({
    ...vpnLog({ ...subject, minutePeriod: LOOK_BACK }),
    refetchInterval: LOOK,
  })
  const lines = log.data?.pages.flatMap(({ logs }) => logs)
  const findings = lines && findingsOf(connection, tunnel, { diagnosis, log: lines.slice(-LATEST) })
  const isReading = !findings && !log.error
  return (
    <Panel
      isBusy={isReading}
      title={tunnels.length > 1 ? t('tunnel', { number: tunnelIndex }) : t('findings')}
    >
      <div className="flex flex-col gap-3">
        {log.error && !lines && <ErrorState error={log.error} onRetry={() => void log.refetch()} />}
        {isReading && <Skeleton className="w-80" />}
        {findings?.length === 0 && (
          <div className="text-label">
            <State kind="diagnosis" of="fine" />
          </div>
        )}
        {findings?.map((finding) => (
          <FindingCard key={finding.cause} finding={finding} links={links} />
        ))}
        {lines && (
          <p className="text-hint text-muted">
            {t('lookedAt', { minutes: LOOK_BACK, count: lines.length })}
          </p>
        )}
        {!isReading && (
          <TunnelLog subject={subject} title={t('log.title', { number: tunnelIndex })} />
        )}
      </div>
    </Panel>
  )
}
