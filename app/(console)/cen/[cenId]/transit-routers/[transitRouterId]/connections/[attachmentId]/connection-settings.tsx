'use client'
import { useTranslations } from 'next-intl'

import { CopyableCode } from '@/components/ui/code'
import { ErrorState } from '@/components/ui/error-state'
import { KeyValues } from '@/components/ui/key-values'
import { Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { TextLink } from '@/components/ui/text-link'
import { printMinute } from '@/lib/format'
import { lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/routes'

import { TunnelSettings } from './tunnel-settings'
import { useConnection } from './use-connection'

/** Every setting of the IPsec connection behind the attachment, each tunnel with its live states. */
export function ConnectionSettings() {
  const connection = useConnection()
  const { data, error } = connection
  if (error && !data) return <ErrorState error={error} onRetry={() => void connection.refetch()} />
  if (!data)
    return (
      <div className="flex flex-col gap-3">
        <Skeleton className="w-80" />
        <Skeleton className="w-64" />
        <Skeleton className="w-72" />
      </div>
    )
  return (
    <div className="flex flex-col gap-5">
      <General connection={data} />
      {data.tunnels.map((tunnel) => (
        <TunnelSettings key={tunnel.tunnelIndex} tunnel={tunnel} connection={data} />
      ))}
      <HealthCheckSettings connection={data} />
    </div>
  )
}

function General({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('attachment.settings')
  const { regionId, vpnConnectionId, name, localSubnet, remoteSubnet } = connection
  const flow = [...localSubnet, ...remoteSubnet].some((block) => block !== '0.0.0.0/0')
  const blocks = (list: readonly string[]) => <span className="mono">{list.join(', ') || '-'}</span>
  return (
    <section>
      <h3 className="mb-2.5 text-section font-semibold">{t('general')}</h3>
      <KeyValues
        items={[
          {
            label: t('connection'),
            value: (
              <span className="flex flex-wrap items-center gap-x-2">
                <TextLink href={routes.ipsecConnection(regionId, vpnConnectionId)}>
                  <bdi>{name || vpnConnectionId}</bdi>
                </TextLink>
                <CopyableCode text={vpnConnectionId} />
              </span>
            ),
          },
          {
            label: t('networkType'),
            value: t(connection.networkType === 'private' ? 'private' : 'public'),
          },
          { label: t('routingMode'), value: t(flow ? 'flow' : 'destination') },
          { label: t('localSubnet'), value: blocks(localSubnet) },
          { label: t('remoteSubnet'), value: blocks(remoteSubnet) },
          {
            label: t('effectImmediately'),
            value: t(connection.effectImmediately ? 'yes' : 'no'),
          },
          { label: t('created'), value: printMinute(connection.createTime) },
        ]}
      />
    </section>
  )
}

function HealthCheckSettings({ connection }: { connection: IpsecConnection }) {
  const t = useTranslations('attachment.settings')
  const light = useTranslations('attachment.light')
  const { healthCheck } = connection
  const state = lightsOf(connection).healthCheck
  return (
    <section>
      <h3 className="mb-2.5 text-section font-semibold">{light('name.healthCheck')}</h3>
      <KeyValues
        items={[
          {
            label: t('state'),
            value: (
              <Status tone={state.tone}>
                {state.word === 'other'
                  ? state.raw
                  : light(state.word, { up: state.up, of: state.of })}
              </Status>
            ),
          },
          ...(healthCheck?.enable
            ? [
                { label: t('dip'), value: <CopyableCode text={healthCheck.dip} /> },
                { label: t('sip'), value: <CopyableCode text={healthCheck.sip} /> },
                { label: t('interval'), value: t('seconds', { count: healthCheck.interval }) },
                { label: t('retry'), value: healthCheck.retry },
                {
                  label: t('policy'),
                  value: t(healthCheck.policy === 'reserve_route' ? 'no' : 'yes'),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
