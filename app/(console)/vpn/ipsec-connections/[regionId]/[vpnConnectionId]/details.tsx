'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { RouterLink } from '@/app/(console)/vpn/ipsec-connections/router-link'
import { ConnectionSettings } from '@/components/ipsec-connection/settings'
import { MadeBy } from '@/components/operation/made-by'
import { useRegionName } from '@/components/region/use-region-name'
import { Code, CopyableCode } from '@/components/ui/code'
import { NameBesideId } from '@/components/ui/name-beside-id'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { EditableText } from '@/components/write/editable-text'
import { cenList } from '@/lib/cen/queries'
import { routes } from '@/lib/navigation/routes'
import { operationOf } from '@/lib/tags/operation-tag'

import { changeName } from './actions'
import { useOpenConnection } from './open-connection'
import { ResourceGroup } from './resource-group'
import { RevealedKeys } from './revealed-keys'

/** Everything that is set on a connection, and where it comes from. */
export function ConnectionDetails() {
  const t = useTranslations('ipsecConnections.about')
  const connection = useOpenConnection()
  const regionName = useRegionName()
  const { data: cens } = useQuery(cenList())
  const { regionId, vpnConnectionId, name, attachInstanceId, transitRouterId, tags } = connection
  const operationId = operationOf(tags)
  const cen = cens?.find(({ cenId }) => cenId === attachInstanceId)
  return (
    <div className="flex flex-col gap-4">
      <Panel>
        <ConnectionSettings
          connection={connection}
          columns={2}
          about={[
            {
              label: t('name'),
              value: (
                <EditableText
                  permission="ipsec-connections.write"
                  label={t('name')}
                  value={name}
                  save={(edit, nonce) => changeName({ regionId, vpnConnectionId, ...edit }, nonce)}
                />
              ),
            },
            { label: t('id'), value: <CopyableCode text={vpnConnectionId} /> },
            {
              label: t('region'),
              value: (
                <>
                  {regionName(regionId)} <Code className="text-muted">{regionId}</Code>
                </>
              ),
            },
            {
              label: t('router'),
              value: (
                <span className="flex flex-wrap items-center gap-x-2">
                  <RouterLink connection={connection} own={cen !== undefined} />
                  {transitRouterId && <CopyableCode text={transitRouterId} />}
                </span>
              ),
            },
            {
              label: t('cen'),
              value: attachInstanceId && (
                <NameBesideId
                  name={cen?.name}
                  id={attachInstanceId}
                  href={routes.cen(attachInstanceId)}
                />
              ),
            },
            { label: t('limit'), value: <span className="text-muted">{t('oneRouter')}</span> },
            ...(operationId
              ? [{ label: t('operation'), value: <MadeBy operationId={operationId} /> }]
              : []),
            { label: t('bandwidth'), value: connection.tunnelBandwidth },
            {
              label: t('resourceGroup'),
              value: <ResourceGroup connection={connection} />,
            },
            { label: t('created'), value: <Time at={connection.createTime} /> },
          ]}
        />
      </Panel>
      <RevealedKeys />
    </div>
  )
}
