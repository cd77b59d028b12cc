import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { readTables } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/reads'
import { routerSeed } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/seeds'
import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { currentAccess } from '@/lib/request/access'
import { routeTableList } from '@/lib/route-tables/queries'
import { listRoutingPolicies } from '@/lib/routing-policies/cloud'
import { routingPolicyList } from '@/lib/routing-policies/queries'

import { RoutingPolicies } from './routing-policies'

interface RoutingPoliciesPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transitRouters'))('tabs.routingPolicies') }
}

export default async function RoutingPoliciesPage({ params }: RoutingPoliciesPageProps) {
  const { cenId, transitRouterId } = await params
  const access = await currentAccess()
  const policiesIn = (cenRegionId: string) =>
    seed(routingPolicyList({ cenId, cenRegionId }), () =>
      listRoutingPolicies(access, { cenId, cenRegionId }),
    )
  return (
    <Messages of={['routingPolicies']}>
      <Prefetch
        seeds={[
          routerSeed(access, { cenId, transitRouterId }, ({ regionId }) => [policiesIn(regionId)]),
          seed(routeTableList({ transitRouterId }), () => readTables(access, transitRouterId)),
        ]}
      >
        <RoutingPolicies cenId={cenId} transitRouterId={transitRouterId} />
      </Prefetch>
    </Messages>
  )
}
