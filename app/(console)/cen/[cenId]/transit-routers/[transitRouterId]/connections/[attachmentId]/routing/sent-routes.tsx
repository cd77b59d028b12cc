'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useConnection } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { Alert } from '@/components/ui/alert'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { routesOf } from '@/lib/route-tables/longest-match'

import { useAdvertisement } from './use-advertisement'
import { useReachWords } from './use-reach-words'
import { useRouting } from './use-routing'

/** More rows than this are drawn only where they are in view. */
const LONG = 50

interface SentRoute {
  prefix: string
  nextHop: string
  told: boolean
}

/** The routes by which the attachment forwards, and which of them the BGP peer is told. */
export function SentRoutes() {
  const t = useTranslations('attachment.routes')
  const { attachment, router } = useOpenAttachment()
  const { association } = useRouting(attachment)
  const connection = useConnection().data
  const tableId = association.data?.transitRouterRouteTableId
  const { entries, prefixes } = useAdvertisement(attachment, router.regionId, tableId)
  const speaks = attachment.autoPublishRouteEnabled && (connection?.enableBgp ?? false)
  const { way } = useReachWords()
  const rows = useMemo(() => {
    if (!entries.data || !prefixes) return undefined
    const given = new Set(speaks ? prefixes : [])
    return routesOf(entries.data, attachment.transitRouterAttachmentId).map(
      ({ prefix, hops, reach, range }): SentRoute => ({
        prefix,
        nextHop: way({ by: prefix, hops, reach, ranges: [range] }, prefix),
        told: given.has(prefix),
      }),
    )
  }, [entries.data, prefixes, speaks, attachment.transitRouterAttachmentId, way])
  const columns = useMemo(
    (): TableColumn<SentRoute>[] => [
      { id: 'prefix', header: t('destination'), value: (row) => row.prefix, mono: true },
      { id: 'nextHop', header: t('nextHop'), value: (row) => row.nextHop },
      {
        id: 'told',
        header: t('peer'),
        value: ({ told }) => t(told ? 'told' : 'kept'),
        choices: ({ told }) => (told ? 'told' : 'kept'),
      },
    ],
    [t],
  )
  if (association.data === null) return <Alert tone="warning">{t('noTable')}</Alert>
  return (
    <div className="flex flex-col gap-3">
      {!speaks && connection && <Alert>{t(connection.enableBgp ? 'syncOff' : 'bgpOff')}</Alert>}
      <Table
        name="sent-routes"
        label={t('sent')}
        prefix="sent"
        columns={columns}
        rows={rows}
        rowId={(row) => row.prefix}
        error={entries.error}
        onRetry={() => void entries.refetch()}
        long={(rows?.length ?? 0) > LONG}
        empty={<p className="px-6 py-6 text-center text-muted">{t('emptyTable')}</p>}
      />
    </div>
  )
}
