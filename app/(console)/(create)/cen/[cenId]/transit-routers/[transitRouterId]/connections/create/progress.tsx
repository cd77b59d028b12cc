'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'

import { decideOnOperation } from '@/app/(console)/decide'
import { OperationProgress } from '@/components/operation/progress'
import { useBegunOperation } from '@/components/operation/use-begun-operation'
import { QueryProvider } from '@/components/query/query-provider'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Panel } from '@/components/ui/panel'
import { Spinner } from '@/components/ui/spinner'
import { ButtonLink } from '@/components/ui/text-link'
import { routes } from '@/lib/navigation/routes'
import { refusalOf } from '@/lib/operations/outcome'
import { operationView } from '@/lib/operations/queries'
import type { ActionFailure } from '@/lib/request/result'

interface ProgressProps {
  operationId: string
  cenId: string
  transitRouterId: string
  /** Nothing was made, or nothing is left of it: back to the form as it was, with what was refused. Called by itself when the cloud refused the first call. */
  onBack: (refusal: ActionFailure | undefined) => void
}

/** What OK began, step by step, to its end; then the list with the new row. A default export because `lazy` asks for one. */
// oxlint-disable-next-line import/no-default-export
export default function Progress(props: ProgressProps) {
  return (
    <QueryProvider>
      <Followed {...props} />
    </QueryProvider>
  )
}

function Followed({ operationId, cenId, transitRouterId, onBack }: ProgressProps) {
  const t = useTranslations('attachForm.progress')
  const router = useRouter()
  const { data: operation, error, refetch } = useQuery(operationView(operationId))
  const made = operation?.state === 'done' ? operation.place.transitRouterAttachmentId : undefined
  useBegunOperation(operationId)
  const isRefused = operation?.state === 'refused'
  const comeBack = useEffectEvent(() => onBack(operation && refusalOf(operation.steps)))
  useEffect(() => {
    if (isRefused) comeBack()
  }, [isRefused])
  useEffect(() => {
    if (made) router.push(routes.createdConnection(cenId, transitRouterId, made))
  }, [made, router, cenId, transitRouterId])
  if (!operation)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Spinner size={20} />
    )
  const { state, subject } = operation
  const undone = state === 'cancelled' || state === 'rolled-back'
  return (
    <Panel className="flex max-w-240 flex-col gap-4" title={t(`state.${state}`, { subject })}>
      {undone && <p className="text-muted">{t('again')}</p>}
      <OperationProgress
        operation={operation}
        stale={error !== null}
        decide={decideOnOperation}
        onDecided={() => void refetch()}
      />
      <div className="flex gap-2.5 border-t border-line pt-4">
        {undone && (
          <Button variant="primary" onClick={() => onBack(refusalOf(operation.steps))}>
            {t('back')}
          </Button>
        )}
        <ButtonLink href={routes.operation(operationId)}>{t('openOperation')}</ButtonLink>
        <ButtonLink href={routes.connections(cenId, transitRouterId)}>{t('open')}</ButtonLink>
      </div>
    </Panel>
  )
}
