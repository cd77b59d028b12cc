'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'

import { EditTags } from '@/components/bulk/edit-tags'
import { FindTroubled } from '@/components/ipsec-connection/find-troubled'
import { PartialFailure, retryFailed } from '@/components/query/partial-failure'
import { Updated } from '@/components/query/updated'
import { ALL_REGIONS, RegionPicker, useChosenRegion } from '@/components/region/picker'
import { ReadingRegions } from '@/components/region/reading-regions'
import { useAllRegions } from '@/components/region/use-all-regions'
import { useRegionName } from '@/components/region/use-region-name'
import { StatusChanges } from '@/components/resource/status-changes'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { WriteButton, WriteLink } from '@/components/write/write-button'
import { cenList } from '@/lib/cen/queries'
import { customerGatewayList, customerGatewayStart } from '@/lib/customer-gateways/queries'
import { ipsecConnectionList } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { routes } from '@/lib/navigation/routes'
import { attachesIn } from '@/lib/regions/attachable'

import { saveTags } from './[regionId]/[vpnConnectionId]/actions'
import { type ConnectionRow, useConnectionColumns } from './columns'
import { useConnections } from './use-connections'

const DeleteConnections = opened(() =>
  import('./delete-connections').then((m) => m.DeleteConnections),
)

/** All IPsec connections of a region, or of every region, those nothing is attached to among them. */
export function IpsecConnections() {
  const t = useTranslations('ipsecConnections')
  const bulk = useTranslations('ui.bulk')
  // Those that were chosen when it was pressed: the list changes while they go.
  const [deleting, setDeleting] = useState<readonly ConnectionRow[] | undefined>()
  const [regionId, chooseRegion] = useChosenRegion()
  const regionName = useRegionName()
  const everywhere = regionId === ALL_REGIONS
  const one = useConnections(regionId, !everywhere)
  const all = useAllRegions(ipsecConnectionList, everywhere)
  const allGateways = useAllRegions(customerGatewayList, everywhere)
  const { query, start } = one
  const connections = everywhere ? all.rows : one.connections
  const gatewayQuery = useQuery({ ...customerGatewayList({ regionId }), enabled: !everywhere })
  const { data: firstGateways } = useQuery(customerGatewayStart({ regionId }))
  const cenQuery = useQuery(cenList())
  const gateways = everywhere ? allGateways.rows : (gatewayQuery.data ?? firstGateways)
  const reading = everywhere ? allGateways.waiting.length > 0 : gatewayQuery.isPending
  const { data: cens } = cenQuery
  const toRow = useMemo(() => {
    const known = new Map(gateways?.map((gateway) => [gateway.customerGatewayId, gateway]))
    const own = new Set(cens?.map(({ cenId }) => cenId))
    return (connection: IpsecConnection): ConnectionRow => ({
      ...connection,
      gateways: connection.tunnels.map(({ customerGatewayId: id }) => ({
        name: known.get(id)?.name || id,
        address: known.get(id)?.ipAddress ?? '',
        reading: reading && !known.has(id),
      })),
      ownCen: own.has(connection.attachInstanceId),
    })
  }, [gateways, cens, reading])
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
    <WriteLink
      permission="ipsec-connections.write"
      href={{
        pathname: routes.createIpsecConnection(),
        query: everywhere ? {} : { region: regionId },
      }}
      variant="primary"
    >
      {t('create.open')}
    </WriteLink>
  )
  return (
    <>
      {!everywhere && !attachesIn(regionId) && (
        <div className="mb-3">
          <Alert tone="warning">{t('notAttachable', { region: regionName(regionId) })}</Alert>
        </div>
      )}
      <PartialFailure
        what={[
          ...(gatewayQuery.isError ? [t('columns.gateways')] : []),
          ...(cenQuery.isError ? [t('about.cen')] : []),
          ...all.failed,
          ...allGateways.failed.map((region) => `${t('columns.gateways')}, ${region}`),
        ]}
        onRetry={() => {
          retryFailed([gatewayQuery, cenQuery])()
          if (all.failed.length > 0) all.refetch()
          if (allGateways.failed.length > 0) allGateways.refetch()
        }}
      />
      <FindTroubled
        connections={connections}
        hrefOf={(filter) => routes.ipsecConnectionsWith(regionId, filter)}
      />
      <Table
        address={['region']}
        name="ipsec-connections"
        label={t('title')}
        columns={useConnectionColumns(everywhere)}
        rows={rows}
        start={firstRows}
        rowId={({ vpnConnectionId }) => vpnConnectionId}
        select={{
          name: ({ name, vpnConnectionId }) => name || vpnConnectionId,
          actions: (chosen) => (
            <>
              <EditTags
                of={chosen.map(({ vpnConnectionId: id, regionId: own, name, tags }) => ({
                  id,
                  name,
                  tags,
                  save: (change, nonce) =>
                    saveTags({ regionId: own, vpnConnectionId: id, ...change }, nonce),
                }))}
              />
              <WriteButton
                permission="ipsec-connections.delete"
                onClick={() => setDeleting(chosen)}
              >
                {bulk('delete')}
              </WriteButton>
            </>
          ),
        }}
        error={everywhere ? null : query.error}
        onRetry={() => void query.refetch()}
        actions={
          <>
            {create}
            <RegionPicker regionId={regionId} onChoose={chooseRegion} />
          </>
        }
        note={everywhere ? <ReadingRegions {...all} /> : <Updated query={query} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      <StatusChanges of={followed} />
      {deleting && <DeleteConnections of={deleting} onClose={() => setDeleting(undefined)} />}
    </>
  )
}
