import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { routerSeed } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/seeds'
import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { currentAccess } from '@/lib/request/access'
import {
  listTransitRouterCidrAllocations,
  listTransitRouterCidrs,
} from '@/lib/transit-routers/cloud'
import {
  transitRouterCidrAllocationList,
  transitRouterCidrList,
} from '@/lib/transit-routers/queries'

import { CidrBlocks } from './cidr-blocks'

interface CidrBlocksPageProps {
  params: Promise<{ cenId: string; transitRouterId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transitRouters'))('tabs.cidrBlocks') }
}

export default async function CidrBlocksPage({ params }: CidrBlocksPageProps) {
  const { cenId, transitRouterId } = await params
  const access = await currentAccess()
  const blocksOf = (regionId: string) => {
    const place = { regionId, transitRouterId }
    return [
      seed(transitRouterCidrList(place), () => listTransitRouterCidrs(access, place)),
      seed(transitRouterCidrAllocationList(place), () =>
        listTransitRouterCidrAllocations(access, place),
      ),
    ]
  }
  return (
    <Messages of={['rules']}>
      <Prefetch
        seeds={[
          routerSeed(access, { cenId, transitRouterId }, ({ regionId }) => blocksOf(regionId)),
        ]}
      >
        <CidrBlocks cenId={cenId} transitRouterId={transitRouterId} />
      </Prefetch>
    </Messages>
  )
}
