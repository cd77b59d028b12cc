'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { State, useStateWord } from '@/components/resource/state'
import { Code, CopyableCode } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-button'
import type { TableColumn } from '@/components/ui/table-model'
import { TextLink } from '@/components/ui/text-link'
import { useOwnAccount } from '@/components/write/account-context'
import type { AuditColumn } from '@/lib/audit/params'
import type { AuditedWrite } from '@/lib/audit/schema'
import { routes } from '@/lib/navigation/routes'
import type { Change } from '@/lib/operations/schema'

const printChange = ({ what, from, to }: Change) =>
  from ? `${what}: ${from} → ${to || '-'}` : `${what}: ${to}`

/** Their ids are what the server filters and sorts by. */
export function useAuditColumns(): (TableColumn<AuditedWrite> & { id: AuditColumn })[] {
  const t = useTranslations('audit')
  const word = useStateWord()
  const signsIn = useOwnAccount()?.role !== undefined
  return useMemo(() => {
    const outcomeOf = ({ outcome, action }: AuditedWrite) =>
      outcome ? word('write', outcome) : action.startsWith('console:') ? '' : t('pending')
    return [
      {
        id: 'time',
        header: t('columns.time'),
        value: ({ at }) => at,
        moment: 'millisecond',
      },
      { id: 'actor', header: t('columns.actor'), value: ({ actor }) => actor, choices: true },
      {
        id: 'person',
        header: t('columns.person'),
        // Nobody in particular where nobody signs in.
        hidden: !signsIn,
        value: ({ person }) => person,
        cell: ({ person, role }) =>
          person ? (
            <>
              <bdi className="break-words">{person}</bdi>
              {role && <span className="block text-hint text-muted">{t(`roles.${role}`)}</span>}
            </>
          ) : (
            '-'
          ),
        choices: true,
      },
      {
        id: 'action',
        header: t('columns.action'),
        value: ({ action }) => action,
        mono: true,
        choices: true,
      },
      {
        id: 'region',
        header: t('columns.region'),
        value: ({ regionId }) => regionId,
        cell: ({ regionId }) => <Code className="whitespace-nowrap">{regionId || '-'}</Code>,
      },
      {
        id: 'resource',
        header: t('columns.resource'),
        value: ({ resourceId }) => resourceId,
        cell: ({ resourceId, regionId }) => <Resource id={resourceId} regionId={regionId} />,
      },
      {
        id: 'changes',
        header: t('columns.changes'),
        value: ({ changes }) => changes.map(printChange).join('; '),
        cell: ({ changes }) => <Changes changes={changes} />,
        width: 'w-80',
      },
      {
        id: 'outcome',
        header: t('columns.outcome'),
        value: outcomeOf,
        cell: (write) => (
          <>
            {write.outcome ? (
              <State kind="write" of={write.outcome} />
            ) : (
              <span className="text-muted">{outcomeOf(write) || '-'}</span>
            )}
            {write.code && <Code className="block text-hint text-muted">{write.code}</Code>}
          </>
        ),
        choices: true,
      },
      {
        id: 'requestId',
        header: t('columns.requestId'),
        value: ({ requestId }) => requestId,
        cell: ({ requestId }) =>
          requestId ? <CopyableCode text={requestId} className="whitespace-nowrap" /> : '-',
      },
      {
        id: 'operation',
        header: t('columns.operation'),
        value: ({ operationId }) => operationId,
        cell: ({ operationId }) =>
          operationId ? (
            <TextLink mono href={routes.operation(operationId)}>
              {operationId.slice(0, 8)}
            </TextLink>
          ) : (
            '-'
          ),
      },
      {
        id: 'role',
        header: t('columns.role'),
        value: ({ role }) => role && t(`roles.${role}`),
        hidden: true,
      },
      {
        id: 'address',
        header: t('columns.address'),
        value: ({ address }) => address,
        mono: true,
        hidden: true,
      },
      {
        id: 'session',
        header: t('columns.session'),
        value: ({ sessionId }) => sessionId,
        mono: true,
        hidden: true,
      },
      { id: 'code', header: t('columns.code'), value: ({ code }) => code, hidden: true },
      { id: 'step', header: t('columns.step'), value: ({ step }) => step, hidden: true },
      {
        id: 'attempt',
        header: t('columns.attempt'),
        value: ({ attempt }) => attempt,
        align: 'end',
        hidden: true,
      },
      {
        id: 'answered',
        header: t('columns.answered'),
        value: ({ answeredAt }) => answeredAt,
        moment: 'millisecond',
        hidden: true,
      },
    ]
  }, [t, word, signsIn])
}

/** The object of a write, linked where it has a page that its id and region tell. */
function Resource({ id = '', regionId }: { id: string | undefined; regionId: string }) {
  if (id === '') return '-'
  const href = routes.ofObject(id, regionId)
  return (
    <span className="flex items-center gap-1 whitespace-nowrap">
      {href ? (
        <>
          <TextLink mono href={href}>
            {id}
          </TextLink>
          <CopyButton text={id} />
        </>
      ) : (
        <CopyableCode text={id} />
      )}
    </span>
  )
}

const SHOWN = 3

/** What a write changes: the first few, all of them as a title. */
function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return '-'
  const lines = changes.map(printChange)
  return (
    <ul className="max-w-96 text-hint" title={lines.join('\n')}>
      {lines.slice(0, SHOWN).map((line) => (
        <li key={line} className="truncate">
          <bdi className="mono">{line}</bdi>
        </li>
      ))}
      {lines.length > SHOWN && <li className="text-muted">+{lines.length - SHOWN}</li>}
    </ul>
  )
}
