import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { beginElsewhere, beginPasskeySignIn, signIn, signInByPasskey } from '@/app/actions'
import { Messages } from '@/components/messages/messages'
import { PageHeader } from '@/components/shell/page-header'
import { ownAddress } from '@/lib/navigation/routes'
import { relyingParty } from '@/lib/people/own-origin'
import { env } from '@/lib/process/env'
import { providerName } from '@/lib/process/environment'
import { accessOfRequest } from '@/lib/request/access'

import { AtProvider } from './at-provider'
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
  const provider = providerName(env)
  const passkey = (await relyingParty()) && { begin: beginPasskeySignIn, end: signInByPasskey }
  return (
    <Messages of={['signIn', 'rules']}>
      <PageHeader title={t('title')} description={provider ? undefined : t('description')} />
      {provider ? (
        <AtProvider
          asked={{ purpose: 'sign-in', next: address, email: '' }}
          provider={provider}
          begin={beginElsewhere}
        />
      ) : (
        <SignInForm next={address} signIn={signIn} passkey={passkey} />
      )}
    </Messages>
  )
}
