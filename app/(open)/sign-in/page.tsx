import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { signIn } from '@/app/actions'
import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'
import { ownAddress } from '@/lib/navigation/routes'
import { accessOfRequest } from '@/lib/request/access'

import { SignInForm } from './form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams
  const address = ownAddress(typeof next === 'string' ? next : undefined)
  if (await accessOfRequest()) redirect(address)
  const t = await getTranslations('signIn')
  return (
    <Messages of={['signIn', 'rules']}>
      <PageHeader title={t('title')} description={t('description')} />
      <SignInForm next={address} signIn={signIn} />
    </Messages>
  )
}
