'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { useOpenAttachment } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/open-attachment'
import { useSpeaking } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/use-connection'
import { retryFailed } from '@/components/query/partial-failure'
import { useReachWords } from '@/components/transit-router/use-reach-words'
import { Alert } from '@/components/ui/alert'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { isUncertain, type Speaking } from '@/lib/ipsec-connections/speaking'
import { routesOf } from '@/lib/route-tables/longest-match'

import { useAdvertisement } from './use-advertisement'
import { useRouting } from './use-routing'

/** More rows than this are drawn only where they are in view. */
const LONG = 50

interface SentRoute {
  prefix: string
  nextHop: string
  /** Whether the peer is told of it: `later`, once BGP is up; `unknown`, nobody here can see it. */
  told: 'told' | 'later' | 'kept' | 'unknown'
}

/** The routes by which the attachment forwards, and which of them the BGP peer is told. */
export function SentRoutes() {
  const t = useTranslations('attachment.routes')
  const { attachment, router } = useOpenAttachment()
  const { association } = useRouting(attachment)
  const tableId = association.data?.transitRouterRouteTableId
  const { entries, policies, prefixes } = useAdvertisement(attachment, router.regionId, tableId)
  const speaking = useSpeaking()
  const { way } = useReachWords(router)
  const rows = useMemo(() => {
    if (!entries.data || (!prefixes && !policies.isError) || speaking === 'reading')
      return undefined
    const given = prefixes && new Set(prefixes)
    return routesOf(entries.data, attachment.transitRouterAttachmentId).map(
      ({ prefix, hops, reach, range }): SentRoute => ({
        prefix,
        nextHop: way({ by: prefix, hops, reach, ranges: [range] }, prefix),
        told: toldOf(speaking, given?.has(prefix)),
      }),
    )
  }, [
    entries.data,
    policies.isError,
    prefixes,
    speaking,
    attachment.transitRouterAttachmentId,
    way,
  ])
  const columns = useMemo(
    (): TableColumn<SentRoute>[] => [
      { id: 'prefix', header: t('destination'), value: (row) => row.prefix, mono: true },
      { id: 'nextHop', header: t('nextHop'), value: (row) => row.nextHop },
      {
        id: 'told',
        header: t('peer'),
        value: ({ told }) => t(told),
        choices: ({ told }) => told,
      },
    ],
    [t],
  )
  if (association.data === null) return <Alert tone="warning">{t('noTable')}</Alert>
  return (
    <div className="flex flex-col gap-3">
      {speaking !== 'yes' && speaking !== 'reading' && (
        <Alert tone={speaking === 'bgpDown' ? 'warning' : 'info'}>{t(speaking)}</Alert>
      )}
      {policies.isError && !policies.data && <Alert tone="warning">{t('policiesUnread')}</Alert>}
      <Table
        name="sent-routes"
        label={t('sent')}
        prefix="sent"
        columns={columns}
        rows={rows}
        rowId={(row) => row.prefix}
        error={entries.error}
        onRetry={retryFailed([entries, policies])}
        long={(rows?.length ?? 0) > LONG}
        empty={<p className="px-6 py-6 text-center text-muted">{t('emptyTable')}</p>}
      />
    </div>
  )
}

/** @param given whether the routing policies let it through; undefined when they could not be read. */
function toldOf(speaking: Speaking, given: boolean | undefined): SentRoute['told'] {
  if (given === false || speaking === 'syncOff' || speaking === 'bgpOff') return 'kept'
  if (given === undefined || isUncertain(speaking)) return 'unknown'
  return speaking === 'bgpDown' ? 'later' : 'told'
}
