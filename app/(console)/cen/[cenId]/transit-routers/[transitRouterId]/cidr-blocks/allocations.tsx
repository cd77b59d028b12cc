'use client'
import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { NameAndId } from '@/components/ui/name-and-id'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import type { TransitRouterCidrAllocation } from '@/lib/transit-routers/schema'

interface AllocationsProps {
  query: UseQueryResult<TransitRouterCidrAllocation[]>
}

/** What the attachments, and the cloud for VPN, have taken from the blocks. */
export function Allocations({ query }: AllocationsProps) {
  const t = useTranslations('transitRouters.cidrBlocks')
  const columns = useMemo(
    (): TableColumn<TransitRouterCidrAllocation>[] => [
      {
        id: 'block',
        header: t('columns.block'),
        value: (row) => row.allocatedCidrBlock,
        mono: true,
      },
      { id: 'from', header: t('columns.from'), value: ({ cidr }) => cidr, mono: true },
      {
        id: 'attachment',
        header: t('columns.attachment'),
        value: (row) => `${row.attachmentName} ${row.attachmentId}`.trim() || t('reserved'),
        cell: ({ attachmentId, attachmentName }) =>
          attachmentId ? <NameAndId name={attachmentName} id={attachmentId} /> : t('reserved'),
      },
    ],
    [t],
  )
  return (
    <section>
      <h2 className="mb-2 text-section font-semibold">{t('allocations')}</h2>
      <Table
        name="cidr-allocations"
        prefix="allocations"
        label={t('allocations')}
        columns={columns}
        rows={query.data}
        rowId={({ allocatedCidrBlock }) => allocatedCidrBlock}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={<p className="px-3 py-4 text-muted">{t('noAllocations')}</p>}
      />
    </section>
  )
}
