'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'

import { EditTags } from '@/components/bulk/edit-tags'
import { PartialFailure } from '@/components/query/partial-failure'
import { Updated } from '@/components/query/updated'
import { ALL_REGIONS, RegionPicker, useChosenRegion } from '@/components/region/picker'
import { ReadingRegions } from '@/components/region/reading-regions'
import { useAllRegions } from '@/components/region/use-all-regions'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { useOwnAccount } from '@/components/write/account-context'
import { WriteButton } from '@/components/write/write-button'
import { customerGatewayList, customerGatewayStart } from '@/lib/customer-gateways/queries'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { ipsecConnectionList } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { pollQuietly } from '@/lib/query/polling'
import { regionFrom } from '@/lib/regions/default'

import { saveTags } from './actions'
import { type GatewayRow, type Opened, useGatewayColumns } from './columns'
import { LastReplacement } from './last-replacement'

const CreateGateway = opened(() => import('./create-gateway').then((m) => m.CreateGateway))
const ReplaceGateway = opened(() => import('./replace-gateway').then((m) => m.ReplaceGateway))
const KeyOfGateway = opened(() => import('./key-of-gateway').then((m) => m.KeyOfGateway))
const DeleteGateway = opened(() => import('./delete-gateway').then((m) => m.DeleteGateway))
const DeleteGateways = opened(() => import('./delete-gateways').then((m) => m.DeleteGateways))

/** Those that were chosen when it was pressed: the list changes while they go. */
interface Many {
  what: 'delete-many'
  of: readonly GatewayRow[]
}

function Ask({ onClose, ...open }: (Opened | Many) & { onClose: () => void }) {
  if (open.what === 'delete-many') return <DeleteGateways of={open.of} onClose={onClose} />
  const { what, gateway } = open
  if (what === 'replace') return <ReplaceGateway gateway={gateway} onClose={onClose} />
  const Asked = what === 'key' ? KeyOfGateway : DeleteGateway
  return <Asked gateway={gateway} onClose={onClose} />
}

/** The customer gateways of a region: the devices at the other ends. */
export function CustomerGateways() {
  const t = useTranslations('customerGateways')
  const bulk = useTranslations('ui.bulk')
  const [open, setOpen] = useState<'create' | Opened | Many | undefined>()
  const [regionId, chooseRegion] = useChosenRegion()
  const limits = useOwnAccount()?.limits
  const everywhere = regionId === ALL_REGIONS
  const gateways = useQuery({
    ...customerGatewayList({ regionId }),
    enabled: !everywhere,
    refetchInterval: pollQuietly,
  })
  const { data: start } = useQuery(customerGatewayStart({ regionId }))
  const connections = useQuery({ ...ipsecConnectionList({ regionId }), enabled: !everywhere })
  const all = useAllRegions(customerGatewayList, everywhere)
  const allConnections = useAllRegions(ipsecConnectionList, everywhere)
  const listed = everywhere ? all.rows : gateways.data
  const known = everywhere ? allConnections.rows : connections.data
  const unread = everywhere ? allConnections.failed.length > 0 : connections.isError
  const toRow = useMemo(() => {
    const usersOf = known && usersByGateway(known)
    return (gateway: CustomerGateway): GatewayRow => ({
      ...gateway,
      users: usersOf
        ? (usersOf.get(gateway.customerGatewayId) ?? [])
        : unread
          ? 'failed'
          : 'reading',
    })
  }, [known, unread])
  const rows = useMemo(() => listed?.map(toRow), [listed, toRow])
  const isStart = !everywhere && !gateways.error
  const firstRows = useMemo(
    () => (isStart ? start?.map(toRow) : undefined),
    [isStart, start, toRow],
  )
  const create = (
    <WriteButton
      permission="customer-gateways.write"
      variant="primary"
      onClick={() => setOpen('create')}
    >
      {t('create.open')}
    </WriteButton>
  )
  const close = () => setOpen(undefined)
  return (
    <>
      {!everywhere && <LastReplacement regionId={regionFrom(regionId, limits)} />}
      <PartialFailure
        what={[
          ...(connections.isError && !connections.data ? [t('columns.users')] : []),
          ...all.failed,
          ...allConnections.failed.map((region) => `${t('columns.users')}, ${region}`),
        ]}
        onRetry={() => {
          if (everywhere) {
            if (all.failed.length > 0) all.refetch()
            if (allConnections.failed.length > 0) allConnections.refetch()
          } else void connections.refetch()
        }}
      />
      <Table
        address={['region']}
        name="customer-gateways"
        label={t('title')}
        columns={useGatewayColumns(setOpen, everywhere)}
        rows={rows}
        start={firstRows}
        rowId={({ customerGatewayId }) => customerGatewayId}
        select={{
          name: ({ name, customerGatewayId }) => name || customerGatewayId,
          actions: (chosen) => (
            <>
              <EditTags
                of={chosen.map(({ customerGatewayId: id, regionId, name, tags }) => ({
                  id,
                  name,
                  tags,
                  save: (change, nonce) =>
                    saveTags({ regionId, customerGatewayId: id, ...change }, nonce),
                }))}
              />
              <WriteButton
                permission="customer-gateways.delete"
                onClick={() => setOpen({ what: 'delete-many', of: chosen })}
              >
                {bulk('delete')}
              </WriteButton>
            </>
          ),
        }}
        error={everywhere ? null : gateways.error}
        onRetry={() => void gateways.refetch()}
        actions={
          <>
            {create}
            <RegionPicker regionId={regionId} onChoose={chooseRegion} />
          </>
        }
        note={everywhere ? <ReadingRegions {...all} /> : <Updated query={gateways} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      {open === 'create' && (
        <CreateGateway regionId={regionFrom(regionId, limits)} onClose={close} />
      )}
      {typeof open === 'object' && <Ask {...open} onClose={close} />}
    </>
  )
}

/** The IPsec connections that lead to each customer gateway; while there is one it cannot be deleted. */
function usersByGateway(connections: readonly IpsecConnection[]): Map<string, IpsecConnection[]> {
  const usersOf = new Map<string, IpsecConnection[]>()
  for (const connection of connections)
    for (const id of new Set(connection.tunnels.map((tunnel) => tunnel.customerGatewayId))) {
      const users = usersOf.get(id)
      if (users) users.push(connection)
      else usersOf.set(id, [connection])
    }
  return usersOf
}
