'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { decideOnOperation } from '@/app/(console)/decide'
import { objectRefs } from '@/components/audit/cells'
import { useAuditColumns } from '@/components/audit/columns'
import { OperationProgress } from '@/components/operation/progress'
import { ObjectName, Objects } from '@/components/resource/object-name'
import { State } from '@/components/resource/state'
import { PageHeader } from '@/components/shell/page-header'
import { CopyableCode } from '@/components/ui/code'
import { ErrorState } from '@/components/ui/error-state'
import { KeyValues } from '@/components/ui/key-values'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { Table } from '@/components/ui/table'
import { ButtonLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { callsOf } from '@/lib/audit/queries'
import { routes } from '@/lib/navigation/routes'
import { OBJECT_ID } from '@/lib/objects/schema'
import { operationView } from '@/lib/operations/queries'
import { isFinal, type Operation, type Sending } from '@/lib/operations/schema'

import { ApprovalPanel } from './approval'

const POLL_MS = 2000

/** One operation: what it is about, its steps, and what can be decided. */
export function OperationDetails({ operationId }: { operationId: string }) {
  const t = useTranslations('operations')
  const { data: operation, error, refetch } = useQuery(operationView(operationId))
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: routes.operations() },
          operation ? { label: operation.subject } : { label: operationId, mono: true },
        ]}
        title={
          operation
            ? t.rich('named', {
                kind: t(`kind.${operation.kind}`),
                subject: () => <bdi>{operation.subject}</bdi>,
              })
            : t('facts.title')
        }
        description={operation && <State kind="operation" of={operation.state} />}
        actions={<ButtonLink href={routes.auditOf(operationId)}>{t('facts.audit')}</ButtonLink>}
      />
      {operation ? (
        <Objects of={refsOf(operation)}>
          <div className="flex flex-col gap-4">
            <Facts operation={operation} />
            {operation.approval && (
              <ApprovalPanel
                operation={operation}
                approval={operation.approval}
                onAnswered={() => void refetch()}
              />
            )}
            {operation.steps.length > 0 && (
              <Panel title={t('steps')}>
                <OperationProgress
                  operation={operation}
                  stale={error !== null}
                  detailed
                  decide={decideOnOperation}
                  onDecided={() => void refetch()}
                />
              </Panel>
            )}
            <Calls operation={operation} />
          </div>
        </Objects>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-40" />
      )}
    </>
  )
}

function Facts({ operation }: { operation: Operation }) {
  const t = useTranslations('operations')
  const { place, profile, reason, startedAt, finishedAt, operationId } = operation
  const { regionId, cenId, transitRouterId } = place
  return (
    <Panel>
      <KeyValues
        columns={2}
        items={[
          { label: t('columns.id'), value: <CopyableCode text={operationId} /> },
          { label: t('columns.account'), value: profile },
          { label: t('columns.started'), value: <Time at={startedAt} precision="second" /> },
          { label: t('facts.finished'), value: <Time at={finishedAt} precision="second" /> },
          ...(reason ? [{ label: t('columns.reason'), value: <bdi>{reason}</bdi> }] : []),
          { label: t('columns.region'), value: <bdi className="mono">{regionId}</bdi> },
          ...(
            [
              ['instance', cenId],
              ['router', transitRouterId],
              ['attachment', place.transitRouterAttachmentId],
              ['gateway', place.customerGatewayId],
              ['newGateway', place.newCustomerGatewayId],
              ['connection', place.vpnConnectionId],
              ...(place.vpnConnectionIds ?? []).map((each) => ['connection', each] as const),
            ] as const
          )
            .filter(([, id]) => id !== undefined)
            .map(([fact, id = '']) => ({
              label: t(`facts.${fact}`),
              value: <ObjectName id={id} regionId={regionId} {...{ cenId, transitRouterId }} />,
            })),
        ]}
      />
    </Panel>
  )
}

const refsOf = ({ place: { regionId, ...ids }, approval }: Operation) =>
  [...Object.values(ids).flat(), ...(approval?.sends ?? []).flatMap(namedIn)].map((id) => ({
    id,
    regionId,
  }))

/** What a call that is to be sent names by id. */
const namedIn = ({ on, changes }: Sending): string[] => [
  ...(on ? [on] : []),
  ...changes.flatMap(({ from, to }) => `${from} ${to}`.match(OBJECT_ID) ?? []),
]

/** What it wrote to the cloud, as the audit has it. */
function Calls({ operation }: { operation: Operation }) {
  const t = useTranslations('operations')
  const { operationId, state } = operation
  const query = useQuery({
    ...callsOf(operationId),
    refetchInterval: isFinal(state) ? false : POLL_MS,
  })
  const hidden = new Set(['actor', 'region', 'operation'])
  const columns = useAuditColumns().filter(({ id }) => !hidden.has(id))
  const rows = query.data?.map((write) => ({ write }))
  return (
    <Panel title={t('calls')}>
      <Objects of={(rows ?? []).flatMap(objectRefs)}>
        <Table
          name="operation-calls"
          prefix="calls"
          label={t('calls')}
          columns={columns}
          rows={rows}
          rowId={({ write: { id } }) => String(id)}
          error={query.error}
          onRetry={() => void query.refetch()}
          empty={<p className="px-3 py-4 text-muted">{t('noCalls')}</p>}
        />
      </Objects>
    </Panel>
  )
}
