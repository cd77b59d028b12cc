import { CloudError, Failure } from '@/lib/failure/errors'
import { wordsOf } from '@/lib/failure/words'
import { verbatim } from '@/lib/i18n/message'
import { isDenied } from '@/lib/operations/engine/answers'
import { pause } from '@/lib/operations/engine/schedule'
import type { Change, Question } from '@/lib/operations/schema'
import type { Intent, Next, Send, StepRecord, Turn } from '@/lib/operations/step'

/** A step that nothing was done for yet. `token`: fixed before the first byte leaves. */
export const freshRecord = (token: string): StepRecord => ({
  phase: 'ready',
  state: 'pending',
  token,
  sends: 0,
  requestIds: [],
  absences: [],
  tries: 0,
})

/** The cloud said yes, or its effect was found. */
export const tookEffect = (record: StepRecord | undefined): boolean =>
  record?.phase === 'done' || record?.phase === 'accepted'

/** Whether a run got as far as this step: everything that is sent before it took effect. */
export const isReached = (
  steps: readonly { name: string; send?: object }[],
  name: string,
  recordOf: (step: string) => StepRecord | undefined,
): boolean => {
  const index = steps.findIndex((step) => step.name === name)
  return steps.slice(0, index).every((step) => !step.send || tookEffect(recordOf(step.name)))
}

/** What the audit says of a call: what it does, and to what, as far as that is known. */
export function intentOf<Input>(
  { record, run }: Turn<Input>,
  { action, changes, on }: Send<Input>,
): Intent {
  const resourceId = record.resourceId ?? on?.(run)
  return { action, changes: changes(run), ...(resourceId && { resourceId }) }
}

/** The effect exists or is on its way; from now on only its progress is read. */
export function accepted(record: StepRecord, now: number): void {
  record.phase = 'accepted'
  record.state = 'waiting'
  record.doubt = false
  record.tries = 0
  record.absences = []
  record.waitingSince = now
  delete record.error
}

/** Says when the step moves again; the caller saves the record. */
export function rest<Input>(
  { record, runtime }: Turn<Input>,
  schedule: readonly number[],
  error?: unknown,
): Next {
  const atLeast = error instanceof CloudError ? (error.retryAfter ?? 0) : 0
  const ms = pause(schedule, record.tries, runtime.random(), atLeast)
  record.tries += 1
  record.nextAt = runtime.now() + ms
  return { go: 'wait', ms }
}

/** The step is over: `done`, or `absent`, shown not to have happened. */
export function close<Input>({ record, runtime }: Turn<Input>, phase: 'done' | 'absent'): Next {
  if (phase === 'done') {
    record.state = 'done'
    delete record.error
  } else if (record.sends === 0) record.state = 'skipped'
  record.phase = phase
  if (record.startedAt !== undefined) record.finishedAt = runtime.now()
  delete record.nextAt
  delete record.slow
  runtime.end(record)
  return { go: 'on' }
}

/** The step stands still until a person decides. */
export async function ask<Input>(
  { step, record, runtime }: Turn<Input>,
  reason: Question['reason'],
  changes?: Change[],
): Promise<Extract<Next, { go: 'ask' }>> {
  if (reason !== 'too-slow') record.state = 'failed'
  delete record.nextAt
  await runtime.save(record)
  return { go: 'ask', question: { reason, step: step.name, ...(changes && { changes }) } }
}

/** Keeps what the reader must know of a failure. What is not the cloud's own word goes to the log only. */
export function noteError<Input>({ record, step, runtime }: Turn<Input>, error: unknown): void {
  if (!(error instanceof Failure)) {
    runtime.unexpected(error)
    record.error = { code: 'Unexpected', message: verbatim('') }
    return
  }
  const { code, requestId } = error
  record.error = {
    code,
    message: wordsOf(error),
    ...(requestId && { requestId }),
    ...(isDenied(error) && step.send && { permission: step.send.action }),
  }
  if (requestId) record.requestIds.push(requestId)
}
