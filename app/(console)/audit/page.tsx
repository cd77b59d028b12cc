import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { listChoices, listGroups } from '@/lib/audit/list'
import { AUDIT_MESSAGES } from '@/lib/audit/messages'
import { groupParams } from '@/lib/audit/params'
import { auditChoices, auditPage, NEWEST } from '@/lib/audit/queries'
import { currentAccess } from '@/lib/request/access'

import { AuditTable } from './table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[]>>
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const access = await currentAccess()
  // What an address finds is read by the browser, which reads the address.
  const isPlain = Object.keys(await searchParams).length === 0
  return (
    <Messages of={AUDIT_MESSAGES}>
      <Header />
      <Prefetch
        seeds={[
          seed(auditChoices(), () => listChoices(access)),
          ...(isPlain
            ? [seed(auditPage(NEWEST), () => listGroups(access, groupParams.parse(NEWEST)))]
            : []),
        ]}
      >
        <AuditTable />
      </Prefetch>
    </Messages>
  )
}

function Header() {
  const t = useTranslations('audit')
  return <PageHeader title={t('title')} description={t('description')} />
}
