import { traced } from '@/lib/cloud/trace'
import { CloudError } from '@/lib/failure/errors'
import { classify } from '@/lib/operations/engine/answers'
import { read, watch } from '@/lib/operations/engine/look'
import { findEarlier, recheck } from '@/lib/operations/engine/recheck'
import { accepted, ask, close, intentOf, noteError, rest } from '@/lib/operations/engine/record'
import { APART_MS, DIED_MS, LATE_MS, schedules } from '@/lib/operations/engine/schedule'
import {
  type Intent,
  type Next,
  type Send,
  type StepRecord,
  Stopped,
  type Turn,
} from '@/lib/operations/step'

/**
 * Moves a step as far as it goes without waiting: sends once at most, reads, and says what comes next.
 * Safe to repeat after a crash at any point, because the record says what may have left.
 */
export async function takeTurn<Input>(turn: Turn<Input>): Promise<Next> {
  try {
    return await move(turn)
  } catch (error) {
    if (error instanceof Stopped) return { go: 'stopped' }
    throw error
  }
}

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

async function move<Input>(turn: Turn<Input>): Promise<Next> {
  const { step, record, world, mode } = turn
  switch (record.phase) {
    case 'done':
    case 'absent':
      return { go: 'on' }
    case 'ready': {
      const now = world.now()
      record.waitingSince ??= now
      if (mode !== 'clear') record.startedAt ??= now
      const found = turn.mayBeSent && step.send ? await findEarlier(turn) : undefined
      if (found) return found
      if (mode === 'clear') return close(turn, 'absent')
      return step.send ? send(turn, step.send) : watch(turn)
    }
    case 'sent':
    case 'refused': {
      const seen = await recheck(turn)
      if (seen !== 'send') return seen
      return step.send ? send(turn, step.send) : watch(turn)
    }
    case 'accepted':
      return mode === 'clear' ? { go: 'on' } : watch(turn)
  }
}

async function send<Input>(turn: Turn<Input>, sending: Send<Input>): Promise<Next> {
  const { step, record, run, world } = turn
  const { busy, call } = sending
  const wait = record.sends > 0 ? world.budget() : 0
  if (wait > 0) return { go: 'wait', ms: wait }
  const { changed } = step
  if (changed) {
    const compared = await read(turn, () => changed(run))
    if ('next' in compared) return compared.next
    if (compared.value.length > 0) return ask(turn, 'changed', compared.value)
  }

  const intent = intentOf(turn, sending)
  const now = world.now()
  record.sends += 1
  record.firstSentAt ??= now
  record.lateUntil = now + DIED_MS
  if (record.phase === 'sent') record.doubt = true
  record.absences = []
  record.phase = 'sent'
  record.state = 'sending'
  delete record.nextAt
  record.intentId = await world.intend(record, intent)

  try {
    const { value: resourceId, requestIds } = await traced(() =>
      call(run, { clientToken: record.token }),
    )
    record.requestIds.push(...requestIds)
    if (resourceId) record.resourceId = resourceId
  } catch (error) {
    return failed(turn, error, intent, busy)
  }
  accepted(record, world.now())
  const requestId = record.requestIds.at(-1)
  const concluding = world.conclude(structuredClone(record), {
    ...intentOf(turn, sending),
    ...(requestId && { requestId }),
    outcome: 'accepted',
  })
  return watch(turn, concluding)
}

async function failed<Input>(
  turn: Turn<Input>,
  error: unknown,
  intent: Intent,
  busy: readonly string[],
): Promise<Next> {
  const { record, world } = turn
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
    record.lateUntil = world.now() + (answered ? APART_MS : LATE_MS)
    record.tries = 0
    record.waitingSince = world.now()
    const next = rest(turn, schedules.doubt)
    await world.conclude(record, { ...facts, outcome: 'unknown' })
    return next
  }
  if (answer === 'refused' || answer === 'mismatch') {
    record.phase = 'refused'
    record.state = 'checking'
    record.waitingSince = world.now()
    await world.conclude(record, { ...facts, outcome: 'refused' })
    return move(turn)
  }
  record.phase = record.doubt ? 'sent' : 'ready'
  record.state = 'retrying'
  const next = rest(turn, schedules[answer], error)
  await world.conclude(record, { ...facts, outcome: 'refused' })
  const waited = world.now() - (record.waitingSince ?? 0)
  // A throttle is never the operation's fault, so it never makes it ask.
  if (answer !== 'throttled' && waited > turn.step.limit * 1000) return ask(turn, 'too-slow')
  if (waited > turn.step.usual * 3000) record.slow = true
  return next
}
