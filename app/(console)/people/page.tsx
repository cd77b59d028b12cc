import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Messages } from '@/components/messages/messages'
import { Prefetch, seed } from '@/components/query/prefetch'
import { PageHeader } from '@/components/shell/page-header'
import { listInvitations, listMembers } from '@/lib/people/members'
import { allows } from '@/lib/people/permissions'
import { allTokenList, invitationList, memberList } from '@/lib/people/queries'
import { listTokens } from '@/lib/people/tokens'
import { env } from '@/lib/process/env'
import { currentAccess } from '@/lib/request/access'

import { AllTokens } from './all-tokens'
import { Invitations } from './invitations'
import { Members } from './members'
import { RoleTable } from './role-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage() {
  const { person } = await currentAccess()
  // Whoever may not read it is not told either who there is.
  if (!person || !allows(person.role, 'people.read')) notFound()
  const t = await getTranslations('people')
  return (
    <Messages of={['people', 'apiTokens', 'rules']}>
      <PageHeader title={t('title')} description={t('description')} />
      <Prefetch
        seeds={[
          seed(memberList(), listMembers),
          seed(invitationList(), listInvitations),
          seed(allTokenList(), () => listTokens()),
        ]}
      >
        <div className="flex flex-col gap-6">
          <Members ownId={person.personId} rolesElsewhere={env.AUTH === 'oidc'} />
          <Invitations />
          <AllTokens />
          <RoleTable />
        </div>
      </Prefetch>
    </Messages>
  )
}
