'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useMemo, useState } from 'react'

import { PartialFailure } from '@/components/query/partial-failure'
import { Updated } from '@/components/query/updated'
import { RegionPicker, useChosenRegion } from '@/components/region/picker'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { OnItsWay } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { customerGatewayList } from '@/lib/customer-gateways/queries'
import type { CustomerGateway } from '@/lib/customer-gateways/schema'
import { ipsecConnectionList } from '@/lib/ipsec-connections/queries'
import type { IpsecConnection } from '@/lib/ipsec-connections/schema'
import { pollQuietly } from '@/lib/query/polling'

import { type GatewayRow, useGatewayColumns } from './columns'

const CreateGateway = dynamic(() => import('./create-gateway').then((m) => m.CreateGateway), {
  loading: OnItsWay,
})
const DeleteGateway = dynamic(() => import('./delete-gateway').then((m) => m.DeleteGateway), {
  loading: OnItsWay,
})

/** The customer gateways of a region: the devices at the other ends. */
export function CustomerGateways() {
  const t = useTranslations('customerGateways')
  const [open, setOpen] = useState<'create' | CustomerGateway | undefined>()
  const [regionId, chooseRegion] = useChosenRegion()
  const gateways = useQuery({
    ...customerGatewayList({ regionId }),
    refetchInterval: pollQuietly,
  })
  const connections = useQuery(ipsecConnectionList({ regionId }))
  const rows = useMemo(() => {
    const usersOf = connections.data && usersByGateway(connections.data)
    return gateways.data?.map((gateway): GatewayRow => ({
      ...gateway,
      users: usersOf
        ? (usersOf.get(gateway.customerGatewayId) ?? [])
        : connections.isError
          ? 'failed'
          : 'reading',
    }))
  }, [gateways.data, connections.data, connections.isError])
  const create = (
    <Button variant="primary" onClick={() => setOpen('create')}>
      {t('create.open')}
    </Button>
  )
  const close = () => setOpen(undefined)
  return (
    <>
      <PartialFailure
        what={connections.isError && !connections.data ? [t('columns.users')] : []}
        onRetry={() => void connections.refetch()}
      />
      <Table
        name="customer-gateways"
        label={t('title')}
        columns={useGatewayColumns(setOpen)}
        rows={rows}
        rowId={({ customerGatewayId }) => customerGatewayId}
        error={gateways.error}
        onRetry={() => void gateways.refetch()}
        actions={
          <>
            {create}
            <RegionPicker regionId={regionId} onChoose={chooseRegion} />
          </>
        }
        note={<Updated query={gateways} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      {open === 'create' && <CreateGateway regionId={regionId} onClose={close} />}
      {typeof open === 'object' && <DeleteGateway gateway={open} onClose={close} />}
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
