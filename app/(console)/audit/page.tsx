import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'
import { Prefetch } from '@/components/query/prefetch'
import { QueryProvider } from '@/components/query/query-provider'
import { PageHeader } from '@/components/shell/page-header'

import { AuditTable } from './table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

export default function AuditPage() {
  return (
    <Messages of={['audit']}>
      <Header />
      <Prefetch seeds={[]}>
        <QueryProvider>
          <AuditTable />
        </QueryProvider>
      </Prefetch>
    </Messages>
  )
}

function Header() {
  const t = useTranslations('audit')
  return <PageHeader title={t('title')} description={t('description')} />
}
