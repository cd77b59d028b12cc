'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { useRegionName } from '@/components/region/use-region-name'
import { State } from '@/components/resource/state'
import { PageHeader } from '@/components/shell/page-header'
import { useRouterAttachments } from '@/components/transit-router/use-router-attachments'
import { CopyableCode } from '@/components/ui/code'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { cenView } from '@/lib/cen/queries'
import { routes } from '@/lib/navigation/routes'
import { pollByStatus } from '@/lib/query/polling'
import { transitRouterView } from '@/lib/transit-routers/queries'
import type { TransitRouter } from '@/lib/transit-routers/schema'

interface RouterFrameProps {
  cenId: string
  transitRouterId: string
  children: ReactNode
}

/** What the pages of a transit router share: its header and tabs. */
export function RouterFrame({ cenId, transitRouterId, children }: RouterFrameProps) {
  const t = useTranslations()
  const regionName = useRegionName()
  const {
    data: router,
    error,
    isSuccess,
    refetch,
  } = useQuery({
    ...transitRouterView(cenId, transitRouterId),
    refetchInterval: pollByStatus((routers: TransitRouter[]) => routers.map((each) => each.status)),
  })
  const { attachments } = useRouterAttachments({ cenId, transitRouterId })
  const { data: cen } = useQuery(cenView(cenId))
  if (isSuccess && !router) notFound()
  const name = router?.transitRouterName || transitRouterId
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('cen.title'), href: routes.instances() },
          { label: cen?.name || cenId, href: routes.cen(cenId), mono: !cen?.name },
          { label: name, mono: !router?.transitRouterName },
        ]}
        title={<bdi>{name}</bdi>}
        description={
          <span className="flex flex-wrap items-center gap-x-2">
            {router ? (
              <State kind="resource" of={router.status} />
            ) : (
              !error && <Skeleton className="w-16" />
            )}
            <CopyableCode text={transitRouterId} />
            {router && <span>{regionName(router.regionId)}</span>}
          </span>
        }
      />
      {error && !router && <ErrorState error={error} onRetry={() => void refetch()} />}
      <div className="mb-4">
        <Tabs
          label={t('transitRouters.tabs.label')}
          tabs={[
            {
              href: routes.transitRouter(cenId, transitRouterId),
              label: t('transitRouters.tabs.basic'),
            },
            {
              href: routes.connections(cenId, transitRouterId),
              label: t('transitRouters.tabs.connections'),
              count: attachments?.length,
            },
            {
              href: routes.routeTables(cenId, transitRouterId),
              label: t('transitRouters.tabs.routeTables'),
            },
            {
              href: routes.routingPolicies(cenId, transitRouterId),
              label: t('transitRouters.tabs.routingPolicies'),
            },
            {
              href: routes.cidrBlocks(cenId, transitRouterId),
              label: t('transitRouters.tabs.cidrBlocks'),
              count: router?.transitRouterCidrList.length,
            },
            {
              href: routes.routerPicture(cenId, transitRouterId),
              label: t('transitRouters.tabs.picture'),
            },
          ]}
        />
      </div>
      {/* Without the router nothing of it can be read: one word of that is enough. */}
      {(router || !error) && children}
    </>
  )
}
