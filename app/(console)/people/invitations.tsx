'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { TitledList } from '@/components/query/titled-list'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useWrite } from '@/components/write/use-write'
import { invitationList } from '@/lib/people/queries'
import type { Invitation } from '@/lib/people/schema'

import { withdrawInvitation } from './actions'
import { useLimitsWords } from './use-limits-words'

/** The invitations that nobody has accepted yet. */
export function Invitations() {
  const t = useTranslations('people')
  const invitations = useQuery(invitationList())
  const limitsWords = useLimitsWords()
  const { write, pending } = useWrite()
  const withdraw = ({ invitationId, name }: Invitation) =>
    void write(
      { running: t('invitations.running', { name }), done: t('invitations.done', { name }) },
      withdrawInvitation,
      { invitationId },
    )
  return (
    <TitledList
      name="invitations"
      title={t('invitations.title')}
      list={invitations}
      rowId={({ invitationId }) => invitationId}
      empty={<EmptyState title={t('invitations.empty')} />}
      columns={[
        {
          id: 'name',
          header: t('invitations.columns.name'),
          value: ({ name }) => name,
          cell: ({ name }) => <bdi>{name}</bdi>,
        },
        { id: 'email', header: t('invitations.columns.email'), value: ({ email }) => email },
        {
          id: 'role',
          header: t('invitations.columns.role'),
          value: ({ role }) => t(`roles.${role}`),
        },
        {
          id: 'limits',
          header: t('invitations.columns.limits'),
          value: ({ limits }) => limitsWords(limits),
        },
        {
          id: 'expires',
          header: t('invitations.columns.expires'),
          value: ({ expiresAt }) => expiresAt,
          moment: 'minute',
        },
        {
          id: 'actions',
          header: t('invitations.columns.actions'),
          actions: true,
          value: () => undefined,
          cell: (invitation) => (
            <Button variant="link" pending={pending} onClick={() => withdraw(invitation)}>
              {t('invitations.withdraw')}
            </Button>
          ),
        },
      ]}
    />
  )
}
