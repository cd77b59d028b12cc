import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { Messages } from '@/components/messages/messages'
import { Prefetch } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { ramActions } from '@/lib/ram/actions'
import { currentAccess } from '@/lib/request/access'

import { RamPermissions } from './permissions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ram'))('title') }
}

/** What the credentials of the account may do of what the console does, and the policy for each role. */
export default async function RamPage() {
  const { profile } = await currentAccess()
  const t = await getTranslations('ram')
  const needed = ramActions.map(({ action, declared }) => ({ action, for: declared.for }))
  return (
    <Messages of={['ram', 'people.table.of', 'people.roles', 'rules']}>
      <PageHeader title={t('title')} description={t('description', { account: profile })} />
      <Prefetch seeds={[]}>
        <RamPermissions needed={needed} />
      </Prefetch>
    </Messages>
  )
}
