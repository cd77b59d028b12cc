'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'

import { Updated } from '@/components/query/updated'
import { State, useStateWord } from '@/components/resource/state'
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
  return (
    <Table
      name="operations"
      label={t('title')}
      columns={useColumns()}
      rows={query.data}
      rowId={({ operationId }) => operationId}
      error={query.error}
      onRetry={() => void query.refetch()}
      note={<Updated query={query} />}
      empty={<EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>}
    />
  )
}

function useColumns(): TableColumn<Operation>[] {
  const t = useTranslations('operations')
  const word = useStateWord()
  return useMemo(
    () => [
      {
        id: 'operation',
        header: t('columns.operation'),
        value: ({ subject }) => subject,
        cell: ({ operationId, subject }) => (
          <TextLink href={routes.operation(operationId)}>
            <bdi>{subject}</bdi>
          </TextLink>
        ),
      },
      {
        id: 'kind',
        header: t('columns.kind'),
        value: ({ kind }) => t(`kind.${kind}`),
        choices: ({ kind }) => kind,
      },
      {
        id: 'state',
        header: t('columns.state'),
        value: ({ state }) => word('operation', state),
        cell: ({ state }) => <State kind="operation" of={state} />,
        choices: ({ state }) => state,
      },
      {
        id: 'made',
        header: t('columns.made'),
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
        id: 'region',
        header: t('columns.region'),
        value: ({ place }) => place.regionId,
        cell: ({ place }) => <Code className="whitespace-nowrap">{place.regionId}</Code>,
      },
      { id: 'account', header: t('columns.account'), value: ({ profile }) => profile },
      {
        id: 'started',
        header: t('columns.started'),
        value: ({ startedAt }) => startedAt,
        moment: 'second',
      },
      {
        id: 'took',
        header: t('columns.took'),
        value: ({ startedAt, finishedAt }) =>
          finishedAt && Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000),
        cell: ({ startedAt, finishedAt }) => <Duration from={startedAt} to={finishedAt} />,
        align: 'end',
      },
      {
        id: 'id',
        header: t('columns.id'),
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
