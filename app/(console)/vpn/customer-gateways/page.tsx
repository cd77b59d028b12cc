import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'

import { connectionSeed, gatewaySeed } from '@/app/(console)/vpn/seeds'
import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { cloudLanguage } from '@/lib/i18n/locale'
import { keptRegions } from '@/lib/regions/cloud'
import { regionFrom } from '@/lib/regions/default'
import { regionList } from '@/lib/regions/queries'
import { currentAccess } from '@/lib/request/access'

import { CustomerGateways } from './customer-gateways'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerGateways'))('title') }
}

interface CustomerGatewaysPageProps {
  searchParams: Promise<{ region?: string | string[] }>
}

export default async function CustomerGatewaysPage({ searchParams }: CustomerGatewaysPageProps) {
  const access = await currentAccess()
  const language = cloudLanguage(await getLocale())
  const params = { regionId: regionFrom((await searchParams).region, access.person?.limits) }
  return (
    <Messages of={['customerGateways', 'operations.last', 'rules', 'tags']}>
      <Header />
      <Prefetch
        seeds={[
          seed(regionList({ language }), () => keptRegions(access, { language })),
          gatewaySeed(access, params),
          connectionSeed(access, params),
        ]}
      >
        <CustomerGateways />
      </Prefetch>
    </Messages>
  )
}

function Header() {
  const t = useTranslations('customerGateways')
  return <PageHeader title={t('title')} description={t('description')} />
}
