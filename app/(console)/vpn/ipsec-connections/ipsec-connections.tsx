'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { FindTroubled } from '@/components/ipsec-connection/find-troubled'
import { PartialFailure, retryFailed } from '@/components/query/partial-failure'
import { Updated } from '@/components/query/updated'
import { RegionPicker, useChosenRegion } from '@/components/region/picker'
import { useRegionName } from '@/components/region/use-region-name'
import { StatusChanges } from '@/components/resource/status-changes'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { ButtonLink } from '@/components/ui/text-link'
import { cenList } from '@/lib/cen/queries'
import { customerGatewayList } from '@/lib/customer-gateways/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { attachesIn } from '@/lib/regions/attachable'

import { type ConnectionRow, useConnectionColumns } from './columns'
import { useConnections } from './use-connections'

/** All IPsec connections of a region, those nothing is attached to among them. */
export function IpsecConnections() {
  const t = useTranslations('ipsecConnections')
  const [regionId, chooseRegion] = useChosenRegion()
  const regionName = useRegionName()
  const { query, connections, start } = useConnections(regionId)
  const gatewayQuery = useQuery(customerGatewayList({ regionId }))
  const cenQuery = useQuery(cenList())
  const { data: gateways } = gatewayQuery
  const { data: cens } = cenQuery
  const toRow = useMemo(() => {
    const nameOf = new Map(gateways?.map((gateway) => [gateway.customerGatewayId, gateway.name]))
    const own = new Set(cens?.map(({ cenId }) => cenId))
    return (connection: IpsecConnection): ConnectionRow => ({
      ...connection,
      gateways: connection.tunnels.map(({ customerGatewayId: id }) => nameOf.get(id) || id),
      ownCen: own.has(connection.attachInstanceId),
    })
  }, [gateways, cens])
  const rows = useMemo(() => connections?.map(toRow), [connections, toRow])
  const firstRows = useMemo(() => start?.map(toRow), [start, toRow])
  const followed = useMemo(
    () =>
      (connections ?? []).map(({ vpnConnectionId: id, name, state: status }) => ({
        id,
        name,
        status,
      })),
    [connections],
  )
  const create = (
    <ButtonLink
      href={{ pathname: routes.createIpsecConnection(), query: { region: regionId } }}
      variant="primary"
    >
      {t('create.open')}
    </ButtonLink>
  )
  return (
    <>
      {!attachesIn(regionId) && (
        <div className="mb-3">
          <Alert tone="warning">{t('notAttachable', { region: regionName(regionId) })}</Alert>
        </div>
      )}
      <PartialFailure
        what={[
          ...(gatewayQuery.isError ? [t('columns.gateways')] : []),
          ...(cenQuery.isError ? [t('about.cen')] : []),
        ]}
        onRetry={retryFailed([gatewayQuery, cenQuery])}
      />
      <FindTroubled
        connections={connections}
        hrefOf={(filter) => routes.ipsecConnectionsWith(regionId, filter)}
      />
      <Table
        name="ipsec-connections"
        label={t('title')}
        columns={useConnectionColumns()}
        rows={rows}
        start={firstRows}
        rowId={({ vpnConnectionId }) => vpnConnectionId}
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={
          <>
            {create}
            <RegionPicker regionId={regionId} onChoose={chooseRegion} />
          </>
        }
        note={<Updated query={query} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      <StatusChanges of={followed} />
    </>
  )
}
