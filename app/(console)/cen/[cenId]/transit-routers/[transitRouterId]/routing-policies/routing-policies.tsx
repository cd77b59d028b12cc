'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { Updated } from '@/components/query/updated'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { pollByStatus } from '@/lib/query/polling'
import { routeTableList } from '@/lib/route-tables/queries'
import { routingPolicyList } from '@/lib/routing-policies/queries'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'
import { transitRouterView } from '@/lib/transit-routers/queries'

import { usePolicyColumns } from './use-policy-columns'

// Guide, note on attaching: priority 5000, added by the system; people use 1 to 100.
const SYSTEM_PRIORITY = 5000

interface RoutingPoliciesProps {
  cenId: string
  transitRouterId: string
}

/** The routing policies of a router, the one the system adds explained. */
export function RoutingPolicies({ cenId, transitRouterId }: RoutingPoliciesProps) {
  const t = useTranslations('routingPolicies')
  const { data: router } = useQuery(transitRouterView(cenId, transitRouterId))
  const { data: tables } = useQuery(routeTableList({ transitRouterId }))
  const policies = useQuery({
    ...routingPolicyList({ cenId, cenRegionId: router?.regionId ?? '' }),
    enabled: router !== undefined,
    refetchInterval: pollByStatus((list: RoutingPolicy[]) => list.map(({ status }) => status)),
  })
  // The API lists by region; a region has one router of a CEN instance.
  const rows = useMemo(
    () => policies.data?.toSorted((a, b) => a.priority - b.priority),
    [policies.data],
  )
  return (
    <div className="flex flex-col gap-4">
      <Table
        name="routing-policies"
        label={t('title')}
        columns={usePolicyColumns(cenId, transitRouterId, tables)}
        rows={rows}
        rowId={({ routeMapId }) => routeMapId}
        error={policies.error}
        onRetry={() => void policies.refetch()}
        note={<Updated query={policies} />}
        empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      />
      {/* Under the table, which does not move when it comes. */}
      {rows?.some(({ priority }) => priority === SYSTEM_PRIORITY) && (
        <Alert title={t('system.title')}>
          <p>{t('system.what')}</p>
          <p>{t('system.why')}</p>
        </Alert>
      )}
    </div>
  )
}
