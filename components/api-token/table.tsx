'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { TitledList } from '@/components/query/titled-list'
import { State, useStateWord } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useWrite } from '@/components/write/use-write'
import type { tokenList } from '@/lib/people/queries'
import type { ApiToken } from '@/lib/people/schema'
import type { ActionResult } from '@/lib/request/result'

interface ApiTokensProps {
  tokens: ReturnType<typeof tokenList>
  revoke: (input: { tokenId: string }, nonce?: string) => Promise<ActionResult<void>>
  /** Whose they are, where they are of several people. */
  of?: 'everybody'
  actions?: ReactNode
}

/** API tokens with what each may do, when it was used and until when; each can be taken away. */
export function ApiTokens({ tokens, revoke, of, actions }: ApiTokensProps) {
  const t = useTranslations('apiTokens')
  const roles = useTranslations('apiTokens.fields.role.options')
  const list = useQuery(tokens)
  const { write, pending } = useWrite()
  const word = useStateWord()
  const revokeOne = ({ tokenId, name }: ApiToken) =>
    void write({ running: t('running', { name }), done: t('done', { name }) }, revoke, { tokenId })
  return (
    <TitledList
      name="tokens"
      title={t(of === 'everybody' ? 'titleOfAll' : 'title')}
      list={list}
      rowId={({ tokenId }) => tokenId}
      empty={<EmptyState title={t('empty')} />}
      actions={actions}
      columns={[
        {
          id: 'name',
          header: t('columns.name'),
          value: ({ name }) => name,
          cell: ({ name }) => <bdi>{name}</bdi>,
        },
        ...(of === 'everybody'
          ? [
              {
                id: 'person',
                header: t('columns.person'),
                value: ({ person }: ApiToken) => person,
              },
            ]
          : []),
        { id: 'role', header: t('columns.role'), value: ({ role }) => roles(role) },
        {
          id: 'accounts',
          header: t('columns.accounts'),
          value: ({ profiles }) => profiles?.join(', ') ?? t('allAccounts'),
        },
        {
          id: 'state',
          header: t('columns.state'),
          value: ({ isDead }) => word('token', stateOf(isDead)),
          cell: ({ isDead }) => <State kind="token" of={stateOf(isDead)} />,
        },
        {
          id: 'expires',
          header: t('columns.expires'),
          value: ({ expiresAt }) => expiresAt,
          moment: 'minute',
        },
        {
          id: 'used',
          header: t('columns.used'),
          value: ({ usedAt }) => usedAt,
          moment: 'minute',
        },
        {
          id: 'actions',
          header: t('columns.actions'),
          actions: true,
          value: () => undefined,
          cell: (token) => (
            <Button variant="link" pending={pending} onClick={() => revokeOne(token)}>
              {t('revoke')}
            </Button>
          ),
        },
      ]}
    />
  )
}

const stateOf = (isDead: boolean) => (isDead ? 'dead' : 'alive')
