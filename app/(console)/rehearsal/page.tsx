import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { siteQuery } from '@/lib/rehearsal/queries'
import { isRehearsing, listSites } from '@/lib/rehearsal/sites'

import { Sites } from './sites'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rehearsal'))('title') }
}

/** The rehearsal, when it runs. */
export default async function RehearsalPage() {
  if (!isRehearsing()) notFound()
  const t = await getTranslations('rehearsal')
  return (
    <Messages of={['rehearsal', 'rules']}>
      <PageHeader title={t('title')} description={t('description')} />
      <Prefetch seeds={[seed(siteQuery(), () => listSites())]}>
        <Sites />
      </Prefetch>
    </Messages>
  )
}
