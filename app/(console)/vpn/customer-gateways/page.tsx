import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { cloudLanguage } from '@/lib/i18n/locale'
import { keptRegions } from '@/lib/regions/cloud'
import { regionList } from '@/lib/regions/queries'
import { currentAccess } from '@/lib/request/access'

import { CustomerGateways } from './customer-gateways'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerGateways'))('title') }
}

export default async function CustomerGatewaysPage() {
  const access = await currentAccess()
  const language = cloudLanguage(await getLocale())
  return (
    <Messages of={['customerGateways', 'rules']}>
      <Header />
      <Prefetch seeds={[seed(regionList({ language }), () => keptRegions(access, { language }))]}>
        <CustomerGateways />
      </Prefetch>
    </Messages>
  )
}

function Header() {
  const t = useTranslations('customerGateways')
  return <PageHeader title={t('title')} description={t('description')} />
}
