'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { ForeignConnection } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/foreign-connection'
import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useIsForeign } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { useStatusColumn } from '@/components/resource/state'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { vcoRouteEntryList } from '@/lib/ipsec-connections/queries'
import { type VcoRouteEntry, isTold } from '@/lib/ipsec-connections/schema'

import { SentRoutes } from './sent-routes'

/** What the data centre tells the transit router, and what the transit router tells the data centre. */
export function AttachmentRoutes() {
  const t = useTranslations('attachment.routes')
  const foreign = useIsForeign()
  const received = useReceived()
  return (
    <div className="flex flex-col gap-6">
      <section>
        <h3 className="mb-2.5 text-section font-semibold">{t('received')}</h3>
        {foreign ? <ForeignConnection /> : <ReceivedRoutes received={received} />}
      </section>
      {/* Not before the table above it has its height. */}
      {!received.isLoading && (
        <section>
          <h3 className="mb-2.5 text-section font-semibold">{t('sent')}</h3>
          <SentRoutes />
        </section>
      )}
    </div>
  )
}

function useReceived() {
  const { attachment } = useOpenAttachment()
  return useQuery({
    ...vcoRouteEntryList({
      regionId: attachment.resourceRegionId,
      vpnConnectionId: attachment.resourceId,
    }),
    enabled: !useIsForeign(),
    refetchInterval: 30_000,
    select: (list) => list.filter((route) => !isTold(route)),
  })
}

function ReceivedRoutes({ received }: { received: ReturnType<typeof useReceived> }) {
  const t = useTranslations('attachment.routes')
  const statusColumn = useStatusColumn()
  const columns = useMemo(
    (): TableColumn<VcoRouteEntry>[] => [
      { id: 'destination', header: t('destination'), value: (row) => row.routeDest, mono: true },
      {
        id: 'kind',
        header: t('kind'),
        value: (row) => (row.routeEntryType === 'bgp' ? 'BGP' : t('static')),
        choices: ({ routeEntryType }) => routeEntryType,
      },
      { id: 'asPath', header: t('asPath'), value: (row) => row.asPath, mono: true },
      { ...statusColumn<VcoRouteEntry>(t('state'), (row) => row.state), id: 'state' },
      { id: 'weight', header: t('weight'), value: (row) => row.weight, align: 'end', hidden: true },
      {
        id: 'nextHop',
        header: t('nextHop'),
        value: (row) => row.nextHop,
        mono: true,
        hidden: true,
      },
    ],
    [t, statusColumn],
  )
  return (
    <Table
      name="received-routes"
      label={t('received')}
      prefix="received"
      columns={columns}
      rows={received.data}
      rowId={(row) => `${row.routeDest} ${row.nextHop} ${row.routeEntryType}`}
      error={received.error}
      onRetry={() => void received.refetch()}
      empty={<p className="px-6 py-6 text-center text-muted">{t('nothingReceived')}</p>}
    />
  )
}
