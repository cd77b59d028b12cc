'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { OperationDecisions } from '@/components/operation-decisions'
import { Elapsed, OperationSteps, useStepWords } from '@/components/operation-steps'
import { QueryProvider } from '@/components/query-provider'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Panel } from '@/components/ui/panel'
import { Spinner } from '@/components/ui/spinner'
import { ButtonLink } from '@/components/ui/text-link'
import { operationView } from '@/lib/operations/queries'
import { isFinal, type Operation } from '@/lib/operations/schema'
import { routes } from '@/lib/routes'

import { decideOnAttach } from './actions'

interface ProgressProps {
  operationId: string
  cenId: string
  transitRouterId: string
  /** Nothing was made, or nothing is left of it: back to the form as it was. */
  onBack: () => void
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
  useEffect(() => {
    if (made) router.push(routes.createdConnection(cenId, transitRouterId, made))
  }, [made, router, cenId, transitRouterId])
  if (!operation)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Spinner size={20} />
    )
  const { state, subject, startedAt, finishedAt, steps } = operation
  const undone = state === 'cancelled' || state === 'rolled-back'
  return (
    <Panel className="flex max-w-240 flex-col gap-4" title={t(`state.${state}`, { subject })}>
      <p aria-live="polite" className="text-muted">
        {isFinal(state) ? undone && t('again') : t('leave')}{' '}
        <Elapsed from={startedAt} to={finishedAt} />
      </p>
      {error && <p className="text-warning">{t('stale')}</p>}
      <OperationSteps steps={steps} />
      {state !== 'running' && state !== 'done' && <Remains steps={steps} />}
      <OperationDecisions
        operation={operation}
        decide={decideOnAttach}
        onDecided={() => void refetch()}
      />
      <div className="flex gap-2.5 border-t border-line pt-4">
        {undone && (
          <Button variant="primary" onClick={onBack}>
            {t('back')}
          </Button>
        )}
        <ButtonLink href={routes.operation(operationId)}>{t('openOperation')}</ButtonLink>
        <ButtonLink href={routes.connections(cenId, transitRouterId)}>{t('open')}</ButtonLink>
      </div>
    </Panel>
  )
}

/** What exists because of it and what does not. */
function Remains({ steps }: Pick<Operation, 'steps'>) {
  const t = useTranslations('attachForm.progress')
  const words = useStepWords()
  const undone = new Set(
    steps
      .filter((step) => step.direction === 'undo' && step.state === 'done')
      .map(({ name }) => name),
  )
  const own = steps.filter(({ direction, state }) => direction === 'do' && state !== 'skipped')
  const exists = own.filter(({ name, state }) => state === 'done' && !undone.has(name))
  const lists = { exists, existsNot: own.filter((step) => !exists.includes(step)) }
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {(['exists', 'existsNot'] as const).map((list) => (
        <div key={list}>
          <dt className="text-label font-semibold">{t(list)}</dt>
          <dd className="text-muted">
            {lists[list].length === 0 && t('nothing')}
            {lists[list].map((step) => (
              <p key={step.name}>
                {words(step)} {step.resourceId && <bdi className="mono">{step.resourceId}</bdi>}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
