import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { listChoices } from '@/lib/audit/list'
import { auditChoices } from '@/lib/audit/queries'
import { currentAccess } from '@/lib/request/access'

import { AuditTable } from './table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

export default async function AuditPage() {
  const access = await currentAccess()
  return (
    <Messages of={['audit']}>
      <Header />
      <Prefetch seeds={[seed(auditChoices(), () => listChoices(access))]}>
        <AuditTable />
      </Prefetch>
    </Messages>
  )
}

function Header() {
  const t = useTranslations('audit')
  return <PageHeader title={t('title')} description={t('description')} />
}
