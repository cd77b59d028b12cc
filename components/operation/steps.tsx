'use client'
import { useTranslations } from 'next-intl'

import { useNamed } from '@/components/resource/object-name'
import { State } from '@/components/resource/state'
import { CopyableCode } from '@/components/ui/code'
import { Duration, useDuration } from '@/components/ui/duration'
import { usePrintTime } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { Operation, StepState } from '@/lib/operations/schema'

interface OperationStepsProps extends Pick<Operation, 'steps'> {
  /** Start and request ids of each too. */
  detailed?: boolean
}

/** The steps of an operation in their order, each with its state, its time and what it made. */
export function OperationSteps({ steps, detailed = false }: OperationStepsProps) {
  const words = useStepWords()
  return (
    <ol className="flex flex-col">
      {steps.map((step) => (
        <li
          key={`${step.direction} ${step.name} ${step.target}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-t border-line py-2.5 first:border-0"
        >
          <span className={step.state === 'pending' ? 'text-muted' : undefined}>{words(step)}</span>
          <span className="flex items-center gap-3 text-label">
            {step.startedAt && <Duration from={step.startedAt} to={step.finishedAt} />}
            <State kind="step" of={step.state}>
              {step.observed && step.state !== 'done' && (
                <bdi className="ml-1.5 mono text-muted">{step.observed}</bdi>
              )}
            </State>
          </span>
          <StepDetails step={step} detailed={detailed} />
        </li>
      ))}
    </ol>
  )
}

/** What a step is called, with what it works on. */
export function useStepWords(): (step: StepState) => string {
  const t = useTranslations('operations')
  const named = useNamed()
  return ({ name, direction, target = '' }) => {
    // Names are data: the catalogue may lack one that an older version of the console left in the database.
    const key = `${direction === 'undo' ? 'undo' : 'step'}.${name}` as 'step.attach'
    return t.has(key) ? t(key, { target: named(target) }) : name
  }
}

function StepDetails({ step, detailed }: { step: StepState; detailed: boolean }) {
  const t = useTranslations('operations.line')
  const printTime = usePrintTime()
  const printDuration = useDuration()
  const translate = useMessage()
  const { error, resourceId, adopted, slow, usualSeconds, attempts, state, startedAt } = step
  const requestIds = detailed ? step.requestIds.filter((id) => id !== error?.requestId) : []
  const underWay = state === 'waiting' || state === 'retrying' || state === 'checking'
  const remarks = [
    detailed && startedAt !== undefined && t('startedAt', { time: printTime(startedAt, 'second') }),
    attempts > (detailed ? 0 : 1) && t('attempt', { count: attempts }),
    underWay && usualSeconds !== undefined && t('usual', { time: printDuration(usualSeconds) }),
    slow && t('slow'),
    adopted && t('adopted'),
  ].filter((remark) => remark !== false && remark !== undefined)
  if (!resourceId && remarks.length === 0 && !error) return null
  return (
    <div className="col-span-2 text-hint text-muted">
      {resourceId && <CopyableCode text={resourceId} />} {remarks.join(' · ')}
      {requestIds.map((requestId) => (
        <div key={requestId}>
          {t('requestId')} <CopyableCode text={requestId} />
        </div>
      ))}
      {error && (
        <div className={state === 'failed' ? 'text-error' : undefined}>
          {error.message && translate(error.message)}{' '}
          {error.permission && t('permission', { permission: error.permission })}{' '}
          <bdi className="mono">{error.code}</bdi>
          {error.requestId && (
            <span className="ml-3">
              {t('requestId')} <CopyableCode text={error.requestId} />
            </span>
          )}
        </div>
      )}
    </div>
  )
}
