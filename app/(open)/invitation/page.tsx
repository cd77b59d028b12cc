import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { accept } from '@/app/actions'
import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'

import { AcceptForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitation'))('title') }
}

export default async function InvitationPage() {
  const t = await getTranslations('invitation')
  return (
    <Messages of={['invitation', 'rules']}>
      <PageHeader title={t('title')} description={t('description')} />
      <AcceptForm accept={accept} />
    </Messages>
  )
}
