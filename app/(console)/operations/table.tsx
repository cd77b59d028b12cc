'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { Updated } from '@/components/query/updated'
import { useHeld } from '@/components/query/use-held'
import { State, useStateWord } from '@/components/resource/state'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Duration } from '@/components/ui/duration'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import type { TableColumn } from '@/components/ui/table-model'
import { TextLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { operationList } from '@/lib/operations/queries'
import type { Operation } from '@/lib/operations/schema'

import { AttachmentId, ConnectionIds, GatewayId } from './place-links'

/** Running and past operations, newest first. */
export function OperationsTable() {
  const t = useTranslations('operations')
  const query = useQuery(operationList())
  const { rows, fresh, show } = useHeld({ rows: query.data, at: query.dataUpdatedAt, idOf })
  return (
    <Table
      name="operations"
      label={t('title')}
      columns={useColumns()}
      rows={rows}
      rowId={idOf}
      error={query.error}
      onRetry={() => void query.refetch()}
      note={
        <>
          <output>
            {fresh > 0 && (
              <Button variant="link" onClick={show}>
                {t('fresh', { count: fresh })}
              </Button>
            )}
          </output>
          <Updated query={query} />
        </>
      }
      empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
    />
  )
}

const idOf = ({ operationId }: Operation) => operationId

/** All have widths: rows change while operations run, and none may move another. */
function useColumns(): TableColumn<Operation>[] {
  const t = useTranslations('operations')
  const word = useStateWord()
  return useMemo(
    () => [
      {
        id: 'operation',
        header: t('columns.operation'),
        width: 'w-40',
        value: ({ subject }) => subject,
        cell: ({ operationId, subject }) => (
          <TextLink href={routes.operation(operationId)} className="break-words">
            <bdi>{subject}</bdi>
          </TextLink>
        ),
      },
      {
        id: 'kind',
        header: t('columns.kind'),
        width: 'w-40',
        value: ({ kind }) => t(`kind.${kind}`),
        choices: ({ kind }) => kind,
      },
      {
        id: 'state',
        header: t('columns.state'),
        width: 'w-36',
        value: ({ state }) => word('operation', state),
        cell: ({ state }) => <State kind="operation" of={state} />,
        choices: ({ state }) => state,
      },
      {
        id: 'made',
        header: t('columns.made'),
        width: 'w-64',
        value: ({ place }) => idsIn(place).join(' '),
        cell: ({ place }) => (
          <div className="flex flex-col whitespace-nowrap">
            <AttachmentId {...place} />
            {place.customerGatewayId ? (
              <GatewayId {...place} id={place.customerGatewayId} />
            ) : (
              <ConnectionIds {...place} />
            )}
          </div>
        ),
      },
      {
        id: 'started',
        header: t('columns.started'),
        width: 'w-44',
        value: ({ startedAt }) => startedAt,
        moment: 'second',
      },
      {
        id: 'took',
        header: t('columns.took'),
        width: 'w-20',
        value: ({ startedAt, finishedAt }) =>
          finishedAt && Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000),
        cell: ({ startedAt, finishedAt }) => <Duration from={startedAt} to={finishedAt} />,
        align: 'end',
      },
      {
        id: 'region',
        header: t('columns.region'),
        width: 'w-32',
        value: ({ place }) => place.regionId,
        cell: ({ place }) => <Code className="whitespace-nowrap">{place.regionId}</Code>,
      },
      {
        id: 'account',
        header: t('columns.account'),
        width: 'w-24',
        value: ({ profile }) => profile,
      },
      {
        id: 'id',
        header: t('columns.id'),
        width: 'w-80',
        value: ({ operationId }) => operationId,
        mono: true,
        hidden: true,
      },
    ],
    [t, word],
  )
}

/** What it works on, for the filter. */
const idsIn = ({
  transitRouterAttachmentId = '',
  vpnConnectionId = '',
  customerGatewayId = '',
  vpnConnectionIds = [],
}: Operation['place']) =>
  [transitRouterAttachmentId, vpnConnectionId, customerGatewayId, ...vpnConnectionIds].filter(
    Boolean,
  )
