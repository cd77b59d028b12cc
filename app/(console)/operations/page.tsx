import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { operationList } from '@/lib/operations/queries'
import { listOperations } from '@/lib/operations/view'
import { currentAccess } from '@/lib/request/access'

import { OperationsTable } from './table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') }
}

export default function OperationsPage() {
  return (
    <Messages of={['operations']}>
      <Header />
      <Prefetch
        seeds={[
          seed(operationList(), () => currentAccess().then((access) => listOperations(access, {}))),
        ]}
      >
        <OperationsTable />
      </Prefetch>
    </Messages>
  )
}

function Header() {
  const t = useTranslations('operations')
  return <PageHeader title={t('title')} description={t('description')} />
}
