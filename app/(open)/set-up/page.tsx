import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { setUp } from '@/app/actions'
import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'

import { SetUpForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setUp'))('title') }
}

export default async function SetUpPage() {
  const t = await getTranslations('setUp')
  return (
    <Messages of={['setUp', 'rules']}>
      <PageHeader title={t('title')} description={t('description')} />
      <SetUpForm setUp={setUp} />
    </Messages>
  )
}
