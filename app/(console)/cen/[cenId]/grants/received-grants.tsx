'use client'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { PartialFailure, retryFailed } from '@/components/query/partial-failure'
import { Updated } from '@/components/query/updated'
import { useRegionName } from '@/components/region/use-region-name'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { attachmentList } from '@/lib/attachments/queries'
import { grantToCenList } from '@/lib/grants/queries'
import { pollQuietly } from '@/lib/query/polling'
import { transitRouterList } from '@/lib/transit-routers/queries'

import { type ReceivedGrant, useReceivedColumns } from './columns'

/** The connections of other accounts that a CEN instance may attach. */
export function ReceivedGrants({ cenId }: { cenId: string }) {
  const t = useTranslations('grants.received')
  const regionName = useRegionName()
  const query = useQuery({ ...grantToCenList({ cenId }), refetchInterval: pollQuietly })
  const { data: routers } = useQuery(transitRouterList({ cenId }))
  const regions = new Set(query.data?.map(({ childInstanceRegionId }) => childInstanceRegionId))
  const concerned = (routers ?? []).filter(({ regionId }) => regions.has(regionId))
  const attachments = useQueries({
    queries: concerned.map(({ regionId, transitRouterId }) =>
      attachmentList({ cenId, regionId, transitRouterId, resourceType: 'VPN' }),
    ),
    combine: (lists) => ({
      all: lists.flatMap(({ data }) => data ?? []),
      failed: lists.map(({ isError }) => isError),
      retry: retryFailed(lists),
    }),
  })
  const rows = useMemo(() => {
    const routerIn = new Map(routers?.map((router) => [router.regionId, router]))
    const attachmentOf = new Map(attachments.all.map((one) => [one.resourceId, one]))
    return query.data?.map((grant): ReceivedGrant => ({
      ...grant,
      cenId,
      router: routerIn.get(grant.childInstanceRegionId),
      attachment: attachmentOf.get(grant.childInstanceId),
    }))
  }, [query.data, routers, attachments.all, cenId])
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('about')}</p>
      <PartialFailure
        what={concerned
          .filter((_, index) => attachments.failed[index])
          .map(({ regionId }) => t('attachmentsIn', { region: regionName(regionId) }))}
        onRetry={attachments.retry}
      />
      <Table
        name="received-grants"
        label={t('title')}
        columns={useReceivedColumns()}
        rows={rows}
        rowId={({ childInstanceId }) => childInstanceId}
        error={query.error}
        onRetry={() => void query.refetch()}
        note={<Updated query={query} />}
        empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      />
    </div>
  )
}
