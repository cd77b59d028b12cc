import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'

import { connectionSeeds } from '@/app/(console)/vpn/seeds'
import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { listCens } from '@/lib/cen/cloud'
import { cenList } from '@/lib/cen/queries'
import { cloudLanguage } from '@/lib/i18n/locale'
import { keptRegions } from '@/lib/regions/cloud'
import { regionFrom } from '@/lib/regions/default'
import { regionList } from '@/lib/regions/queries'
import { currentAccess } from '@/lib/request/access'

import { IpsecConnections } from './ipsec-connections'

interface IpsecConnectionsPageProps {
  searchParams: Promise<{ region?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ipsecConnections'))('title') }
}

export default async function IpsecConnectionsPage({ searchParams }: IpsecConnectionsPageProps) {
  const access = await currentAccess()
  const language = cloudLanguage(await getLocale())
  const params = { regionId: regionFrom((await searchParams).region, access.person?.limits) }
  return (
    <Messages of={['ipsecConnections', 'attachment.light', 'rules', 'tags']}>
      <Header />
      <Prefetch
        seeds={[
          seed(regionList({ language }), () => keptRegions(access, { language })),
          ...connectionSeeds(access, params),
          seed(cenList(), () => listCens(access)),
        ]}
      >
        <IpsecConnections />
      </Prefetch>
    </Messages>
  )
}

function Header() {
  const t = useTranslations('ipsecConnections')
  return <PageHeader title={t('title')} description={t('description')} />
}
