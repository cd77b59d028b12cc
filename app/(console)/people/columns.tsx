'use client'
import { useTranslations } from 'next-intl'

import { State, useStateWord } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import type { TableColumn } from '@/components/ui/table-model'
import { useWrite } from '@/components/write/use-write'
import type { Member } from '@/lib/people/schema'

import { endSessions, setDisabled } from './actions'
import { useLimitsWords } from './use-limits-words'

/** What is open beside the list: an invitation, or what is changed of a person. */
export type Opened =
  | 'invite'
  | { change: 'role' | 'disable' | 'factors'; member: Member }
  | undefined

export function useMemberColumns(
  ownId: string,
  open: (opened: Opened) => void,
): TableColumn<Member>[] {
  const t = useTranslations('people')
  const word = useStateWord()
  const limitsWords = useLimitsWords()
  const { write, pending } = useWrite()
  const enable = ({ personId, name }: Member) =>
    void write(
      { running: t('enable.running', { name }), done: t('enable.done', { name }) },
      setDisabled,
      { personId, disabled: false },
    )
  const signOut = ({ personId, name }: Member) =>
    void write(
      { running: t('endSessions.running', { name }), done: t('endSessions.done', { name }) },
      endSessions,
      { personId },
    )
  const stateOf = ({ disabledAt }: Member) => (disabledAt ? 'disabled' : 'enabled')
  return [
    {
      id: 'name',
      header: t('columns.name'),
      value: ({ name }) => name,
      cell: ({ name }) => <bdi>{name}</bdi>,
    },
    { id: 'email', header: t('columns.email'), value: ({ email }) => email },
    { id: 'role', header: t('columns.role'), value: ({ role }) => t(`roles.${role}`) },
    { id: 'limits', header: t('columns.limits'), value: ({ limits }) => limitsWords(limits) },
    {
      id: 'factors',
      header: t('columns.factors'),
      value: ({ factors, secondFactorRequired }) =>
        factors.map((kind) => t(`factors.${kind}`)).join(', ') ||
        t(secondFactorRequired ? 'factors.missing' : 'factors.none'),
    },
    {
      id: 'state',
      header: t('columns.state'),
      value: (member) => word('person', stateOf(member)),
      cell: (member) => <State kind="person" of={stateOf(member)} />,
    },
    {
      id: 'sessions',
      header: t('columns.sessions'),
      value: ({ sessions }) => sessions,
      align: 'end',
      mono: true,
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
      cell: (member) => {
        const isOwn = member.personId === ownId ? t('own') : undefined
        return (
          <span className="flex flex-wrap gap-x-3">
            <Button variant="link" onClick={() => open({ change: 'role', member })}>
              {t('role.open')}
            </Button>
            {member.disabledAt ? (
              <Button variant="link" pending={pending} onClick={() => enable(member)}>
                {t('enable.open')}
              </Button>
            ) : (
              <Button
                variant="link"
                reason={isOwn}
                onClick={() => open({ change: 'disable', member })}
              >
                {t('disable.open')}
              </Button>
            )}
            <Button
              variant="link"
              reason={isOwn ?? (member.sessions === 0 ? t('endSessions.none') : undefined)}
              onClick={() => signOut(member)}
            >
              {t('endSessions.open')}
            </Button>
            <Button
              variant="link"
              reason={isOwn ?? (member.factors.length === 0 ? t('factors.nothing') : undefined)}
              onClick={() => open({ change: 'factors', member })}
            >
              {t('factors.open')}
            </Button>
          </span>
        )
      },
    },
  ]
}
