import type { StepState } from '@/lib/operations/schema'

/** Which steps forward have an effect that is still there, and which have none. */
export function remains(steps: readonly StepState[]) {
  const gone = new Set(
    steps.filter(({ direction, state }) => direction === 'undo' && state === 'done').map(keyOf),
  )
  const own = steps.filter(({ direction, state }) => direction === 'do' && state !== 'skipped')
  const exists = own.filter((step) => step.state === 'done' && !gone.has(keyOf(step)))
  return { exists, existsNot: own.filter((step) => !exists.includes(step)) }
}

const keyOf = ({ name, target = '' }: StepState) => `${name}:${target}`
