import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { listFactors } from '@/lib/people/factors'
import { relyingParty } from '@/lib/people/own-origin'
import { factorList, sessionList, tokenList } from '@/lib/people/queries'
import { listSessions } from '@/lib/people/session'
import { listTokens } from '@/lib/people/tokens'
import { env } from '@/lib/process/env'
import { accessBeforeFactor } from '@/lib/request/access'

import { ChangePassword } from './change-password'
import { Factors } from './factors'
import { Sessions } from './sessions'
import { OwnTokens } from './tokens'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage() {
  const { person } = await accessBeforeFactor()
  if (!person) notFound()
  const t = await getTranslations()
  const { name, email, role } = person
  // Elsewhere they are the provider's business.
  const hasPassword = env.AUTH === 'local'
  return (
    <Messages of={['account', 'apiTokens', 'rules']}>
      <PageHeader
        title={t('account.title')}
        description={t('account.description', { name, email, role: t(`people.roles.${role}`) })}
      />
      <Prefetch
        seeds={[
          seed(factorList(), () => listFactors(person.personId)),
          seed(sessionList(), () => listSessions(person)),
          seed(tokenList(), () => listTokens(person.personId)),
        ]}
      >
        <div className="flex flex-col gap-6">
          {hasPassword && (
            <Factors asked={person.secondFactor} host={(await relyingParty())?.host} />
          )}
          <Sessions />
          {hasPassword && <ChangePassword email={email} />}
          <OwnTokens />
        </div>
      </Prefetch>
    </Messages>
  )
}
