'use client'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'

import { RouterService } from '@/app/(console)/cen/router-service'
import { EditTags } from '@/components/bulk/edit-tags'
import { PartialFailure, retryFailed } from '@/components/query/partial-failure'
import { Updated } from '@/components/query/updated'
import { useRegionName } from '@/components/region/use-region-name'
import { countOf } from '@/components/resource/count-cell'
import { useStatusReason } from '@/components/resource/state'
import { StatusChanges } from '@/components/resource/status-changes'
import { EmptyState } from '@/components/ui/empty-state'
import { opened } from '@/components/ui/late'
import { Table } from '@/components/ui/table'
import { WriteButton } from '@/components/write/write-button'
import { attachmentList } from '@/lib/attachments/queries'
import { cenView } from '@/lib/cen/queries'
import { routes } from '@/lib/navigation/routes'
import { pollByStatus } from '@/lib/query/polling'
import { transitRouterList } from '@/lib/transit-routers/queries'
import type { TransitRouter } from '@/lib/transit-routers/schema'

import { type RouterRow, useRouterColumns } from './router-columns'
import { saveTags } from './transit-routers/[transitRouterId]/actions'

const CreateRouter = opened(() => import('./create-router').then((m) => m.CreateRouter))

/** The transit routers of an instance, region by region. */
export function RoutersTable({ cenId }: { cenId: string }) {
  const t = useTranslations('transitRouters')
  const regionName = useRegionName()
  const reasonOf = useStatusReason()
  const [creating, setCreating] = useState(false)
  const query = useQuery({
    ...transitRouterList({ cenId }),
    refetchInterval: pollByStatus((routers: TransitRouter[]) => routers.map((each) => each.status)),
  })
  const vpnCounts = useQueries({
    queries: (query.data ?? []).map(({ regionId, transitRouterId }) =>
      attachmentList({ cenId, regionId, transitRouterId, resourceType: 'VPN' }),
    ),
    combine: (lists) => ({
      each: lists.map((list) => countOf(list)),
      retry: retryFailed(lists),
    }),
  })
  const rows = useMemo(
    () =>
      query.data?.map((router, index): RouterRow => ({
        ...router,
        vpnCount: vpnCounts.each[index] ?? 'reading',
      })),
    [query.data, vpnCounts.each],
  )
  const followed = useMemo(
    () =>
      (query.data ?? []).map(({ transitRouterId: id, transitRouterName: name, status }) => ({
        id,
        name,
        status,
        href: routes.transitRouter(cenId, id),
      })),
    [query.data, cenId],
  )
  const { data: cen } = useQuery(cenView(cenId))
  const create = (
    <WriteButton
      permission="transit-routers.write"
      variant="primary"
      reason={reasonOf(cen?.status)}
      onClick={() => setCreating(true)}
    >
      {t('create.open')}
    </WriteButton>
  )
  return (
    <>
      <RouterService />
      <PartialFailure
        what={(rows ?? [])
          .filter(({ vpnCount }) => vpnCount === 'failed')
          .map(({ regionId }) => t('connectionsIn', { region: regionName(regionId) }))}
        onRetry={vpnCounts.retry}
      />
      <Table
        name="transit-routers"
        label={t('title')}
        columns={useRouterColumns()}
        rows={rows}
        rowId={({ transitRouterId }) => transitRouterId}
        select={{
          name: ({ transitRouterName, transitRouterId }) => transitRouterName || transitRouterId,
          actions: (chosen) => (
            <EditTags
              of={chosen.map(({ transitRouterId: id, transitRouterName, regionId, tags }) => ({
                id,
                name: transitRouterName,
                tags,
                save: (change, nonce) =>
                  saveTags({ cenId, regionId, transitRouterId: id, ...change }, nonce),
              }))}
            />
          ),
        }}
        error={query.error}
        onRetry={() => void query.refetch()}
        actions={create}
        note={<Updated query={query} />}
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.body')}
          </EmptyState>
        }
      />
      <StatusChanges of={followed} />
      {creating && (
        <CreateRouter cenId={cenId} routers={query.data ?? []} onClose={() => setCreating(false)} />
      )}
    </>
  )
}
