import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { endElsewhere } from '@/app/actions'
import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'
import { env } from '@/lib/process/env'

import { Returned } from './returned'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** Where the provider leads back to. The page itself ends the sign-in: a strict cookie comes with no link from elsewhere. */
export default async function CallbackPage() {
  if (env.AUTH !== 'oidc') notFound()
  const t = await getTranslations('signIn')
  return (
    <Messages of={['signIn', 'rules']}>
      <PageHeader title={t('title')} />
      <Returned end={endElsewhere} />
    </Messages>
  )
}
