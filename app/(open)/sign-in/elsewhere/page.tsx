import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { AtProvider } from '@/app/(open)/sign-in/at-provider'
import { beginElsewhere } from '@/app/actions'
import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'
import { env } from '@/lib/process/env'
import { providerName } from '@/lib/process/environment'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

interface ElsewherePageProps {
  searchParams: Promise<{ for?: string | string[]; as?: string | string[] }>
}

/** A tab for a page that waits in another one: it goes to the provider at once. */
export default async function ElsewherePage({ searchParams }: ElsewherePageProps) {
  const { for: purpose, as } = await searchParams
  const provider = providerName(env)
  if (!provider) notFound()
  const t = await getTranslations('signIn')
  const asked = {
    purpose: purpose === 'prove' ? 'prove' : 'again',
    next: '',
    email: typeof as === 'string' ? as : '',
  } as const
  return (
    <Messages of={['signIn', 'rules']}>
      <PageHeader title={t('title')} description={t('waits')} />
      <AtProvider atOnce asked={asked} provider={provider} begin={beginElsewhere} />
    </Messages>
  )
}
