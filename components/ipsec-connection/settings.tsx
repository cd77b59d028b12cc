'use client'
import { useTranslations } from 'next-intl'

import { CopyableCode } from '@/components/ui/code'
import { cx } from '@/components/ui/cx'
import { useDuration } from '@/components/ui/duration'
import { type KeyValue, KeyValues } from '@/components/ui/key-values'
import { lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'

import { ConnectionLight } from './light'
import { SettingsGroup } from './settings-group'
import { TunnelSettings } from './tunnel-settings'

interface ConnectionSettingsProps {
  connection: IpsecConnection
  /** What it is, before how it is set. */
  about: readonly KeyValue[]
  /** Pairs beside each other on a wide page. */
  columns?: 1 | 2
}

/** Every setting of an IPsec connection, each tunnel with its live states. */
export function ConnectionSettings({ connection, about, columns = 1 }: ConnectionSettingsProps) {
  const dual = connection.tunnels.length > 1
  return (
    <div className="flex flex-col gap-5">
      <General connection={connection} about={about} columns={columns} />
      <div className={cx('grid gap-5', columns === 2 && dual && 'xl:grid-cols-2')}>
        {connection.tunnels.map((tunnel) => (
          <TunnelSettings
            key={tunnel.tunnelIndex}
            tunnel={tunnel}
            connection={connection}
            columns={dual ? 1 : columns}
          />
        ))}
      </div>
      <HealthCheckSettings connection={connection} columns={columns} />
    </div>
  )
}

function General({ connection, about, columns }: Required<ConnectionSettingsProps>) {
  const t = useTranslations('attachment.settings')
  const { localSubnet, remoteSubnet } = connection
  const flow = [...localSubnet, ...remoteSubnet].some((block) => block !== '0.0.0.0/0')
  const blocks = (list: readonly string[]) => <span className="mono">{list.join(', ') || '-'}</span>
  return (
    <SettingsGroup title={t('general')}>
      <KeyValues
        columns={columns}
        items={[
          ...about,
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
        ]}
      />
    </SettingsGroup>
  )
}

function HealthCheckSettings({
  connection,
  columns,
}: Omit<Required<ConnectionSettingsProps>, 'about'>) {
  const t = useTranslations('attachment.settings')
  const light = useTranslations('attachment.light')
  const duration = useDuration()
  const { healthCheck } = connection
  return (
    <SettingsGroup title={light('name.healthCheck')}>
      <KeyValues
        columns={columns}
        items={[
          {
            label: t('state'),
            value: <ConnectionLight light={lightsOf(connection).healthCheck} />,
          },
          ...(healthCheck?.enable
            ? [
                { label: t('dip'), value: <CopyableCode text={healthCheck.dip} /> },
                { label: t('sip'), value: <CopyableCode text={healthCheck.sip} /> },
                { label: t('interval'), value: duration(healthCheck.interval) },
                { label: t('retry'), value: healthCheck.retry },
                {
                  label: t('policy'),
                  value: t(healthCheck.policy === 'reserve_route' ? 'no' : 'yes'),
                },
              ]
            : []),
        ]}
      />
    </SettingsGroup>
  )
}
