'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
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
    <section aria-labelledby="open-invitations">
      <h2 id="open-invitations" className="mb-2 text-section font-semibold">
        {t('invitations.title')}
      </h2>
      <Table
        name="invitations"
        prefix="invitations"
        label={t('invitations.title')}
        rows={invitations.data}
        rowId={({ invitationId }) => invitationId}
        error={invitations.error}
        onRetry={() => void invitations.refetch()}
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
    </section>
  )
}
