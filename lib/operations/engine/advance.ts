import { traced } from '@/lib/cloud/trace'
import { CloudError } from '@/lib/failure/errors'
import { classify } from '@/lib/operations/engine/answers'
import { awaitEffect, tryRead } from '@/lib/operations/engine/look'
import { findEarlier, readBack } from '@/lib/operations/engine/read-back'
import { accepted, ask, close, intentOf, noteError, rest } from '@/lib/operations/engine/record'
import { APART_MS, DIED_MS, LATE_MS, schedules } from '@/lib/operations/engine/schedule'
import type { Intent, Next, Send, StepRecord, Turn } from '@/lib/operations/step'

/** A person said "continue": limits count anew, and what was refused may go out again under its old token. */
export function resume(record: StepRecord, now: number): void {
  record.waitingSince = now
  record.tries = 0
  record.absences = []
  if (record.phase === 'refused') record.phase = 'ready'
  if (record.phase === 'accepted' && record.state === 'failed') record.phase = 'sent'
  if (record.phase === 'sent') record.firstSentAt = now
  delete record.slow
}

/**
 * Moves a step as far as it goes without waiting: sends once at most, reads, and says what comes next.
 * Safe to repeat after a crash at any point, because the record says what may have left.
 */
export async function advance<Input>(turn: Turn<Input>): Promise<Next> {
  const { step, record, runtime, mode } = turn
  switch (record.phase) {
    case 'done':
      return { go: 'on' }
    case 'absent':
      // A call that left can arrive later than any wait: each roll back looks once more.
      return (mode === 'clear' && record.sends > 0 && (await findEarlier(turn))) || { go: 'on' }
    case 'ready': {
      const now = runtime.now()
      record.waitingSince ??= now
      if (mode !== 'clear') record.startedAt ??= now
      const found = turn.mayBeSent && step.send ? await findEarlier(turn) : undefined
      if (found) return found
      if (mode === 'clear') return close(turn, 'absent')
      return step.send ? send(turn, step.send) : awaitEffect(turn)
    }
    case 'sent':
    case 'refused': {
      const fate = await readBack(turn)
      if (fate !== 'send') return fate
      return step.send ? send(turn, step.send) : awaitEffect(turn)
    }
    case 'accepted':
      return mode === 'clear' ? { go: 'on' } : awaitEffect(turn)
  }
}

async function send<Input>(turn: Turn<Input>, sending: Send<Input>): Promise<Next> {
  const { step, record, run, runtime } = turn
  const { busy, call } = sending
  const wait = record.sends > 0 ? runtime.budget() : 0
  if (wait > 0) return { go: 'wait', ms: wait }
  if (!(await runtime.mayStill())) return ask(turn, 'not-allowed')
  const { changed } = step
  if (changed) {
    const compared = await tryRead(turn, () => changed(run))
    if ('next' in compared) return compared.next
    if (compared.value.length > 0) return ask(turn, 'changed', compared.value)
  }

  const intent = intentOf(turn, sending)
  const now = runtime.now()
  record.sends += 1
  record.firstSentAt ??= now
  record.lateUntil = now + DIED_MS
  if (record.phase === 'sent') record.doubt = true
  record.absences = []
  record.phase = 'sent'
  record.state = 'sending'
  delete record.nextAt
  const intentId = await runtime.intend(record, intent)
  if (intentId === undefined) return { go: 'stopped' }
  record.intentId = intentId

  try {
    const { value: resourceId, requestIds } = await traced(() =>
      call(run, { clientToken: record.token }),
    )
    record.requestIds.push(...requestIds)
    if (resourceId) record.resourceId = resourceId
  } catch (error) {
    return failed(turn, error, intent, busy)
  }
  accepted(record, runtime.now())
  const requestId = record.requestIds.at(-1)
  const concluding = runtime.conclude(structuredClone(record), {
    ...intentOf(turn, sending),
    ...(requestId && { requestId }),
    outcome: 'accepted',
  })
  return awaitEffect(turn, concluding)
}

async function failed<Input>(
  turn: Turn<Input>,
  error: unknown,
  intent: Intent,
  busy: readonly string[],
): Promise<Next> {
  const { record, runtime } = turn
  const answer = classify(error, busy)
  noteError(turn, error)
  const facts = {
    ...intent,
    ...(record.error && { code: record.error.code }),
    ...(record.error?.requestId && { requestId: record.error.requestId }),
  }
  if (answer === 'unknown') {
    record.state = 'checking'
    record.doubt = true
    const answered = error instanceof CloudError && error.status !== undefined
    record.lateUntil = runtime.now() + (answered ? APART_MS : LATE_MS)
    record.tries = 0
    record.waitingSince = runtime.now()
    const next = rest(turn, schedules.doubt)
    await runtime.conclude(record, { ...facts, outcome: 'unknown' })
    return next
  }
  if (answer === 'refused' || answer === 'mismatch') {
    record.phase = 'refused'
    record.state = 'checking'
    record.waitingSince = runtime.now()
    await runtime.conclude(record, { ...facts, outcome: 'refused' })
    return advance(turn)
  }
  record.phase = record.doubt ? 'sent' : 'ready'
  record.state = 'retrying'
  const next = rest(turn, schedules[answer], error)
  await runtime.conclude(record, { ...facts, outcome: 'refused' })
  const waited = runtime.now() - (record.waitingSince ?? 0)
  // A throttle is never the operation's fault, so it never makes it ask.
  if (answer !== 'throttled' && waited > turn.step.limit * 1000) return ask(turn, 'too-slow')
  if (waited > turn.step.usual * 3000) record.slow = true
  return next
}
