import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { InstanceHeader } from '@/app/(console)/cen/[cenId]/header'
import { Messages } from '@/components/messages/messages'
import { Prefetch, required, seed } from '@/components/query/prefetch'
import { listCens } from '@/lib/cen/cloud'
import { cenList } from '@/lib/cen/queries'
import { listGrantsToCen } from '@/lib/grants/cloud'
import { grantToCenList } from '@/lib/grants/queries'
import { cloudLanguage } from '@/lib/i18n/locale'
import { keptRegions } from '@/lib/regions/cloud'
import { regionList } from '@/lib/regions/queries'
import { currentAccess } from '@/lib/request/access'
import { isCenId } from '@/lib/text/ids'
import { listTransitRouters } from '@/lib/transit-routers/cloud'
import { transitRouterList } from '@/lib/transit-routers/queries'

import { ReceivedGrants } from './received-grants'

interface ReceivedGrantsPageProps {
  params: Promise<{ cenId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('grants.received'))('title') }
}

export default async function ReceivedGrantsPage({ params }: ReceivedGrantsPageProps) {
  const { cenId } = await params
  if (!isCenId(cenId)) notFound()
  const access = await currentAccess()
  const language = cloudLanguage(await getLocale())
  return (
    <Messages of={['cen', 'grants', 'tags', 'rules']}>
      <Prefetch
        seeds={[
          required(seed(cenList({ cenId }), () => listCens(access, { cenId }))),
          seed(transitRouterList({ cenId }), () => listTransitRouters(access, { cenId })),
          seed(grantToCenList({ cenId }), () => listGrantsToCen(access, { cenId })),
          seed(regionList({ language }), () => keptRegions(access, { language })),
        ]}
      >
        <InstanceHeader cenId={cenId} />
        <ReceivedGrants cenId={cenId} />
      </Prefetch>
    </Messages>
  )
}
