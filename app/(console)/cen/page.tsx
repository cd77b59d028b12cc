import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { listCens } from '@/lib/cen/cloud'
import { cenList } from '@/lib/cen/queries'
import { currentAccess } from '@/lib/request/access'

import { InstancesTable } from './table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cen'))('title') }
}

export default async function InstancesPage() {
  const access = await currentAccess()
  return (
    <Messages of={['cen', 'rules', 'tags']}>
      <Header />
      <Prefetch seeds={[seed(cenList(), () => listCens(access))]}>
        <InstancesTable />
      </Prefetch>
    </Messages>
  )
}

function Header() {
  const t = useTranslations('cen')
  return <PageHeader title={t('title')} description={t('description')} />
}
