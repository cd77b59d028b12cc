'use client'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { type Lights, lightsOf } from '@/lib/ipsec-connections/lights'
import { vcoRouteEntryList } from '@/lib/ipsec-connections/queries'
import { type IpsecConnection, isLearned } from '@/lib/ipsec-connections/schema'

import { ConnectionLight } from './light'

const order: readonly (keyof Lights)[] = ['ike', 'ipsec', 'bgp', 'healthCheck']

interface LightsRowProps {
  connection: Pick<UseQueryResult<IpsecConnection>, 'data' | 'error' | 'refetch'>
}

/** The state of the connection at a glance: both phases, BGP with its routes, the data path. */
export function LightsRow({ connection }: LightsRowProps) {
  const t = useTranslations('attachment.light')
  const { data } = connection
  const lights = data && lightsOf(data)
  const learned = useQuery({
    ...vcoRouteEntryList({
      regionId: data?.regionId ?? '',
      vpnConnectionId: data?.vpnConnectionId ?? '',
    }),
    enabled: lights?.bgp.word === 'up',
    refetchInterval: 30_000,
    select: (routes) => routes.filter(isLearned).length,
  })
  if (connection.error && !data)
    return (
      <ErrorState
        error={connection.error}
        title={t('failed')}
        onRetry={() => void connection.refetch()}
      />
    )
  return (
    <dl
      aria-label={t('label')}
      className="grid grid-cols-4 divide-x divide-line rounded-card border border-line"
    >
      {order.map((name) => (
        <div key={name} className="min-w-0 px-3 py-2">
          <dt className="text-hint text-muted">{t(`name.${name}`)}</dt>
          <dd className="mt-0.5 min-h-5">
            {lights ? (
              <ConnectionLight light={lights[name]}>
                {name === 'bgp' &&
                  learned.data !== undefined &&
                  ` · ${t('routes', { count: learned.data })}`}
              </ConnectionLight>
            ) : (
              <Skeleton className="w-20" />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
