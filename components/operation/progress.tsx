'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { type Decide, OperationDecisions } from '@/components/operation/decisions'
import { OperationSteps, useStepWords } from '@/components/operation/steps'
import { Objects } from '@/components/resource/object-name'
import { Duration } from '@/components/ui/duration'
import { OBJECT_ID } from '@/lib/objects/schema'
import { remains } from '@/lib/operations/outcome'
import { isFinal, type Operation } from '@/lib/operations/schema'

interface OperationProgressProps {
  operation: Operation
  /** The last read failed: what is shown may be old. */
  stale: boolean
  /** Start, attempts and request ids of each step too; start and end of the whole stand elsewhere. */
  detailed?: boolean
  decide: Decide
  /** Reads the operation again: a decision was passed on. */
  onDecided: () => void
}

/** Where an operation stands, step by step, what exists of it, and what a person may decide. */
export function OperationProgress(props: OperationProgressProps) {
  const { operation, stale, detailed = false, decide, onDecided } = props
  const { makes, state, startedAt, finishedAt, steps } = operation
  const t = useTranslations('operations.progress')
  const queries = useQueryClient()
  const [wasMoving] = useState(!isFinal(state))
  // Notices and lists seldom read again what waits for a person.
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['ListOperations'] })
  }, [state, queries])
  return (
    <Objects of={named(operation)}>
      <div className="flex flex-col gap-4">
        {/* One line for all of it: a reading that fails, and the next that does not, move no step. */}
        {(!detailed || !isFinal(state) || stale) && (
          <p className="text-muted">
            <span aria-live="polite" className={stale ? 'text-warning' : undefined}>
              {stale ? t('stale') : !isFinal(state) && t('leave')}
            </span>{' '}
            <Duration from={startedAt} to={finishedAt} />
          </p>
        )}
        <OperationSteps steps={steps} whole={detailed} />
        {makes && state !== 'running' && state !== 'done' && <Remains steps={steps} />}
        {/* As high as while it could be stopped: what stands below stays where it is. */}
        <div className={wasMoving ? 'min-h-21' : 'empty:hidden'}>
          <OperationDecisions operation={operation} decide={decide} onDecided={onDecided} />
        </div>
      </div>
    </Objects>
  )
}

/** What the steps and the question name by id. */
const named = ({ steps, question, place: { regionId } }: Operation) =>
  [
    ...steps.map(({ target = '', resourceId = '' }) => `${target} ${resourceId}`),
    ...(question?.changes ?? []).map(({ from, to }) => `${from} ${to}`),
  ]
    .flatMap((text) => text.match(OBJECT_ID) ?? [])
    .map((id) => ({ id, regionId }))

/** What exists because of it and what does not. */
function Remains({ steps }: Pick<Operation, 'steps'>) {
  const t = useTranslations('operations.progress')
  const words = useStepWords()
  const lists = remains(steps)
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
