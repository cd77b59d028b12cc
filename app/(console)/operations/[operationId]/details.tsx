'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'

import { decideOnOperation } from '@/app/(console)/decide'
import { AttachmentId, ConnectionIds, GatewayId } from '@/app/(console)/operations/place-links'
import { OperationProgress } from '@/components/operation/progress'
import { State } from '@/components/resource/state'
import { PageHeader } from '@/components/shell/page-header'
import { CopyableCode } from '@/components/ui/code'
import { ErrorState } from '@/components/ui/error-state'
import { KeyValues } from '@/components/ui/key-values'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { ButtonLink, TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { routes } from '@/lib/navigation/routes'
import { operationView } from '@/lib/operations/queries'
import type { Operation } from '@/lib/operations/schema'

/** One operation: what it is about, its steps, and what can be decided. */
export function OperationDetails({ operationId }: { operationId: string }) {
  const t = useTranslations('operations')
  const { data: operation, error, refetch } = useQuery(operationView(operationId))
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: routes.operations() },
          { label: operationId, mono: true },
        ]}
        title={
          operation ? (
            <>
              {t(`kind.${operation.kind}`)}: <bdi>{operation.subject}</bdi>
            </>
          ) : (
            t('facts.title')
          )
        }
        description={operation && <State kind="operation" of={operation.state} />}
        actions={<ButtonLink href={routes.auditOf(operationId)}>{t('facts.audit')}</ButtonLink>}
      />
      {operation ? (
        <div className="flex flex-col gap-4">
          <Facts operation={operation} />
          <Panel title={t('steps')}>
            <OperationProgress
              operation={operation}
              stale={error !== null}
              detailed
              decide={decideOnOperation}
              onDecided={() => void refetch()}
            />
          </Panel>
        </div>
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
  const { place, profile, startedAt, finishedAt, operationId } = operation
  const { cenId, transitRouterId, regionId, vpnConnectionId, vpnConnectionIds = [] } = place
  const isOnConnections = vpnConnectionId !== undefined || vpnConnectionIds.length > 0
  return (
    <Panel>
      <KeyValues
        columns={2}
        items={[
          { label: t('columns.id'), value: <CopyableCode text={operationId} /> },
          { label: t('columns.account'), value: profile },
          { label: t('columns.started'), value: <Time at={startedAt} precision="second" /> },
          { label: t('facts.finished'), value: <Time at={finishedAt} precision="second" /> },
          { label: t('columns.region'), value: <bdi className="mono">{regionId}</bdi> },
          {
            label: t('facts.instance'),
            value: cenId && (
              <TextLink mono href={routes.cen(cenId)}>
                {cenId}
              </TextLink>
            ),
          },
          {
            label: t('facts.router'),
            value: cenId && transitRouterId && (
              <TextLink mono href={routes.transitRouter(cenId, transitRouterId)}>
                {transitRouterId}
              </TextLink>
            ),
          },
          {
            label: t('facts.attachment'),
            value: place.transitRouterAttachmentId && <AttachmentId {...place} />,
          },
          ...(place.customerGatewayId
            ? [
                {
                  label: t('facts.gateway'),
                  value: <GatewayId {...place} id={place.customerGatewayId} />,
                },
                {
                  label: t('facts.newGateway'),
                  value: place.newCustomerGatewayId && (
                    <GatewayId {...place} id={place.newCustomerGatewayId} />
                  ),
                },
              ]
            : []),
          { label: t('facts.connection'), value: isOnConnections && <ConnectionIds {...place} /> },
        ]}
      />
    </Panel>
  )
}
