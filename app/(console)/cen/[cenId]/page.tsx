import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Messages } from '@/components/messages/messages'
import { Prefetch, required, seed } from '@/components/query/prefetch'
import { cenList } from '@/lib/cen/queries'
import { cloudLanguage } from '@/lib/i18n/locale'
import { keptRegions } from '@/lib/regions/cloud'
import { regionList } from '@/lib/regions/queries'
import { currentAccess } from '@/lib/request/access'
import { titleOf } from '@/lib/request/document'
import { isCenId } from '@/lib/text/ids'
import { listTransitRouters } from '@/lib/transit-routers/cloud'
import { transitRouterList } from '@/lib/transit-routers/queries'

import { InstanceHeader } from './header'
import { readCen } from './read-cen'
import { RoutersTable } from './routers-table'

interface InstancePageProps {
  params: Promise<{ cenId: string }>
}

export async function generateMetadata({ params }: InstancePageProps): Promise<Metadata> {
  const { cenId } = await params
  const access = await currentAccess()
  return { title: await titleOf(async () => (await readCen(access, cenId))[0]?.name, cenId) }
}

export default async function InstancePage({ params }: InstancePageProps) {
  const { cenId } = await params
  if (!isCenId(cenId)) notFound()
  const access = await currentAccess()
  const language = cloudLanguage(await getLocale())
  return (
    <Messages of={['cen', 'transitRouters', 'grants.received', 'tags', 'rules']}>
      <Prefetch
        seeds={[
          required(seed(cenList({ cenId }), () => readCen(access, cenId))),
          seed(transitRouterList({ cenId }), () => listTransitRouters(access, { cenId })),
          seed(regionList({ language }), () => keptRegions(access, { language })),
        ]}
      >
        <InstanceHeader cenId={cenId} />
        <RoutersTable cenId={cenId} />
      </Prefetch>
    </Messages>
  )
}
