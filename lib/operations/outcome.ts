import { fieldOf } from '@/lib/cloud/fields'
import { message, unpackMessage, verbatim } from '@/lib/i18n/message'
import type { StepState } from '@/lib/operations/schema'
import type { ActionFailure } from '@/lib/request/result'

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

/** What the cloud refused in an operation, as the form that began it shows it; undefined when nothing was. */
export function refusalOf(steps: readonly StepState[]): ActionFailure | undefined {
  const error = steps.find(
    ({ direction, state }) => direction === 'do' && state === 'failed',
  )?.error
  if (!error) return undefined
  const { code, requestId } = error
  const { words } = unpackMessage(error.message)
  const text =
    words === undefined ? error.message : message('cloud.refused', { reason: verbatim(words) })
  const path = fieldOf(code, words ?? '')
  return {
    ok: false,
    message: text,
    code,
    outcome: 'refused',
    ...(requestId && { requestId }),
    ...(path && { fieldErrors: { [path]: text } }),
  }
}
