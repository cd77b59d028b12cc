'use client'
import { useTranslations } from 'next-intl'

import { useNamed } from '@/components/resource/object-name'
import { State } from '@/components/resource/state'
import { CopyableCode } from '@/components/ui/code'
import { cx } from '@/components/ui/cx'
import { Duration, useDuration } from '@/components/ui/duration'
import { usePrintTime } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import { OBJECT_ID } from '@/lib/objects/schema'
import type { Operation, StepError, StepState } from '@/lib/operations/schema'

interface OperationStepsProps extends Pick<Operation, 'steps'> {
  /** Start and request ids of each too. */
  whole?: boolean
  /** In a narrow place: what objects are called, without their ids, and beside the states only what failed. */
  nameOf?: (id: string) => string
}

/**
 * The steps of an operation in their order, each with its state, its time and what it made. All of it has its place from the
 * start: what is told of a step as it goes on pushes no other.
 */
export function OperationSteps({ steps, whole = false, nameOf }: OperationStepsProps) {
  const words = useStepWords(nameOf)
  return (
    <ol className="flex flex-col">
      {steps.map((step) => (
        <li
          key={`${step.direction} ${step.name} ${step.target}`}
          className={cx(
            'grid grid-cols-[minmax(0,1fr)_4.5rem] items-baseline gap-x-4 gap-y-0.5 border-t border-line py-2.5 first:border-0',
            // As wide as the longest state where the words have not much room: they break in one way only.
            nameOf
              ? 'sm:grid-cols-[minmax(0,1fr)_minmax(15rem,auto)_3.5rem]'
              : 'sm:grid-cols-[minmax(0,1fr)_minmax(12.5rem,auto)_4.5rem]',
          )}
        >
          <span className={cx('max-sm:col-span-2', step.state === 'pending' && 'text-muted')}>
            {words(step)}
          </span>
          <span className="text-label">
            <State kind="step" of={step.state} />
          </span>
          <span className="text-right text-label">
            {step.startedAt && <Duration from={step.startedAt} to={step.finishedAt} />}
          </span>
          {!nameOf && <StepDetails step={step} whole={whole} />}
          {step.error && step.state === 'failed' && <StepFailure error={step.error} />}
        </li>
      ))}
    </ol>
  )
}

/** What a step is called, with what it works on. @param nameOf what that is called; else its name beside its id */
export function useStepWords(nameOf?: (id: string) => string): (step: StepState) => string {
  const t = useTranslations('operations')
  const withId = useNamed()
  const named = (text: string) => (nameOf ? text.replace(OBJECT_ID, nameOf) : withId(text))
  return ({ name, direction, target = '' }) => {
    // Names are data: the catalogue may lack one that an older version of the console left in the database.
    const key = `${direction === 'undo' ? 'undo' : 'step'}.${name}` as 'step.attach'
    return t.has(key) ? t(key, { target: named(target) }) : name
  }
}

/** One line from the start. What a call was answered that is sent again is its code here; the calls say the rest. */
function StepDetails({ step, whole }: { step: StepState; whole: boolean }) {
  const t = useTranslations('operations.line')
  const printTime = usePrintTime()
  const printDuration = useDuration()
  const { error, resourceId, adopted, slow, usualSeconds, attempts, state, startedAt } = step
  const requestIds = whole ? step.requestIds.filter((id) => id !== error?.requestId) : []
  const underWay = state === 'waiting' || state === 'retrying' || state === 'checking'
  const remarks = [
    whole && startedAt !== undefined && t('startedAt', { time: printTime(startedAt, 'second') }),
    attempts > (whole ? 0 : 1) && t('attempt', { count: attempts }),
    underWay && usualSeconds !== undefined && t('usual', { time: printDuration(usualSeconds) }),
    slow && t('slow'),
    adopted && t('adopted'),
  ].filter((remark) => remark !== false && remark !== undefined)
  return (
    <div className="col-span-full flex min-h-5 flex-wrap gap-x-3 text-hint text-muted">
      {resourceId && <CopyableCode text={resourceId} />}
      {underWay && step.observed && <bdi className="mono">{step.observed}</bdi>}
      {remarks.length > 0 && <span>{remarks.join(' · ')}</span>}
      {error && state !== 'failed' && <bdi className="mono">{error.code}</bdi>}
      {requestIds.map((requestId) => (
        <span key={requestId}>
          {t('requestId')} <CopyableCode text={requestId} />
        </span>
      ))}
    </div>
  )
}

function StepFailure({ error }: { error: StepError }) {
  const t = useTranslations('operations.line')
  const translate = useMessage()
  return (
    <div className="col-span-full text-hint text-error">
      {error.message && translate(error.message)}{' '}
      {error.permission && t('permission', { permission: error.permission })}{' '}
      <bdi className="mono">{error.code}</bdi>
      {error.requestId && (
        <span className="ml-3">
          {t('requestId')} <CopyableCode text={error.requestId} />
        </span>
      )}
    </div>
  )
}
