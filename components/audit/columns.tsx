'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { Action, type AuditRow, Operation, Outcomes, Resource } from '@/components/audit/cells'
import { Changes } from '@/components/audit/changes'
import { State, useStateWord } from '@/components/resource/state'
import { Code, CopyableCode } from '@/components/ui/code'
import type { TableColumn } from '@/components/ui/table-model'
import { useOwnAccount } from '@/components/write/account-context'
import type { AuditColumn } from '@/lib/audit/params'
import type { AuditedWrite } from '@/lib/audit/schema'
import type { Change } from '@/lib/operations/schema'

const printChange = ({ what, from, to }: Change) =>
  from ? `${what}: ${from} → ${to || '-'}` : `${what}: ${to}`

/** Their ids are what the server filters by. All have widths: rows change while operations run, and none may move another. */
export function useAuditColumns(): (TableColumn<AuditRow> & { id: AuditColumn })[] {
  const t = useTranslations('audit')
  const word = useStateWord()
  const signsIn = useOwnAccount()?.role !== undefined
  return useMemo(() => {
    const outcomeOf = ({ outcome, action }: AuditedWrite) =>
      outcome ? word('write', outcome) : action.startsWith('console:') ? '' : t('pending')
    const columns: (TableColumn<AuditRow> & { id: AuditColumn })[] = [
      {
        id: 'time',
        header: t('columns.time'),
        width: 'w-48 2xl:w-60',
        value: ({ write: { at } }) => at,
        moment: 'millisecond',
      },
      {
        id: 'actor',
        header: t('columns.actor'),
        width: 'w-24',
        value: ({ write: { actor } }) => actor,
        choices: true,
      },
      {
        id: 'person',
        header: t('columns.person'),
        width: 'w-44',
        // Nobody in particular where nobody signs in.
        hidden: !signsIn,
        value: ({ write: { person } }) => person,
        cell: ({ write: { person, role, approver }, operation }) =>
          person ? (
            <>
              <bdi className="break-words">{operation?.people.join(', ') ?? person}</bdi>
              {role && !operation && (
                <span className="block text-hint text-muted">{t(`roles.${role}`)}</span>
              )}
              {approver && (
                <span className="block text-hint break-words text-muted">
                  {t('approvedBy', { approver })}
                </span>
              )}
            </>
          ) : (
            '-'
          ),
        choices: true,
      },
      {
        id: 'action',
        header: t('columns.action'),
        width: 'w-56',
        value: ({ write: { action } }) => action,
        cell: ({ write, operation }) => (
          <>
            {operation ? <Operation operation={operation} /> : <Action action={write.action} />}
            {write.reason && (
              <span className="block text-hint break-words text-muted">
                {t('because', { reason: write.reason })}
              </span>
            )}
          </>
        ),
        choices: true,
      },
      {
        id: 'region',
        header: t('columns.region'),
        width: 'w-32',
        value: ({ write: { regionId } }) => regionId,
        cell: ({ write: { regionId } }) => (
          <Code className="whitespace-nowrap">{regionId || '-'}</Code>
        ),
      },
      {
        id: 'resource',
        header: t('columns.resource'),
        width: 'w-68',
        value: ({ write: { resourceId } }) => resourceId,
        cell: (row) => <Resource {...row} />,
      },
      {
        id: 'changes',
        header: t('columns.changes'),
        width: 'w-72',
        value: ({ write: { changes } }) => changes.map(printChange).join('; '),
        cell: ({ write, operation }) =>
          operation ? (
            <span className="text-muted">{t('calls', { count: operation.calls })}</span>
          ) : (
            <Changes changes={write.changes} />
          ),
      },
      {
        id: 'outcome',
        header: t('columns.outcome'),
        width: 'w-36',
        value: ({ write }) => outcomeOf(write),
        cell: ({ write, operation }) =>
          operation ? (
            <Outcomes operation={operation} />
          ) : (
            <>
              {write.outcome ? (
                <State kind="write" of={write.outcome} />
              ) : (
                <span className="text-muted">{outcomeOf(write) || '-'}</span>
              )}
              {write.code && <Code className="block text-hint text-muted">{write.code}</Code>}
              {write.answeredAt && (
                <span className="block text-hint text-muted">
                  {t('took', { ms: Date.parse(write.answeredAt) - Date.parse(write.at) })}
                </span>
              )}
            </>
          ),
        choices: true,
      },
      {
        id: 'requestId',
        header: t('columns.requestId'),
        width: 'w-88',
        value: ({ write: { requestId } }) => requestId,
        cell: ({ write: { requestId }, operation }) =>
          requestId && !operation ? (
            <CopyableCode text={requestId} className="whitespace-nowrap" />
          ) : (
            '-'
          ),
      },
      {
        id: 'operation',
        header: t('columns.operation'),
        width: 'w-88',
        value: ({ write: { operationId } }) => operationId,
        cell: ({ write: { operationId } }) =>
          operationId ? <CopyableCode text={operationId} /> : '-',
        hidden: true,
      },
      {
        id: 'role',
        header: t('columns.role'),
        width: 'w-28',
        value: ({ write: { role } }) => role && t(`roles.${role}`),
        hidden: true,
      },
      {
        id: 'address',
        header: t('columns.address'),
        width: 'w-40',
        value: ({ write: { address } }) => address,
        mono: true,
        hidden: true,
      },
      {
        id: 'session',
        header: t('columns.session'),
        width: 'w-72',
        value: ({ write: { sessionId } }) => sessionId,
        mono: true,
        hidden: true,
      },
      {
        id: 'approver',
        header: t('columns.approver'),
        width: 'w-44',
        value: ({ write: { approver } }) => approver,
        hidden: true,
      },
      {
        id: 'reason',
        header: t('columns.reason'),
        width: 'w-60',
        value: ({ write: { reason } }) => reason,
        hidden: true,
      },
      {
        id: 'code',
        header: t('columns.code'),
        width: 'w-44',
        value: ({ write: { code } }) => code,
        hidden: true,
      },
      {
        id: 'step',
        header: t('columns.step'),
        width: 'w-40',
        value: ({ write: { step } }) => step,
        hidden: true,
      },
      {
        id: 'attempt',
        header: t('columns.attempt'),
        width: 'w-24',
        value: ({ write: { attempt } }) => attempt,
        align: 'end',
        hidden: true,
      },
      {
        id: 'answered',
        header: t('columns.answered'),
        width: 'w-60',
        value: ({ write: { answeredAt } }) => answeredAt,
        moment: 'millisecond',
        hidden: true,
      },
    ]
    return columns.map((column) => ({ ...column, unsorted: column.id !== 'time' }))
  }, [t, word, signsIn])
}
