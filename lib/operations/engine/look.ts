import { CloudError } from '@/lib/failure/errors'
import { classify, isDenied } from '@/lib/operations/engine/answers'
import { ask, close, noteError, rest } from '@/lib/operations/engine/record'
import { UNCLEAR_MS, VISIBLE_MS, schedules } from '@/lib/operations/engine/schedule'
import type { Next, Sighting, Turn } from '@/lib/operations/step'

type Read<T> = { value: T } | { next: Next }

/**
 * Reads once. What cannot be read now is read again later, until a person is asked. `meanwhile` is
 * waited for before the record changes again.
 */
export async function tryRead<Input, T>(
  turn: Turn<Input>,
  how: () => Promise<T>,
  meanwhile?: Promise<void>,
): Promise<Read<T>> {
  const { record, runtime } = turn
  const wait = record.tries > 0 ? runtime.budget() : 0
  if (wait > 0) {
    await meanwhile
    return { next: { go: 'wait', ms: wait } }
  }
  const reading = how().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  const [outcome] = await Promise.all([reading, meanwhile])
  if ('value' in outcome) return outcome
  const { error } = outcome
  noteError(turn, error)
  const answer = classify(error, [])
  if (error instanceof CloudError && answer === 'refused' && isDenied(error))
    return { next: await ask(turn, 'refused') }
  if (runtime.now() - (record.waitingSince ?? 0) > UNCLEAR_MS && answer !== 'throttled')
    return { next: await ask(turn, 'unclear') }
  const next = rest(turn, answer === 'throttled' ? schedules.throttled : schedules.looks, error)
  await runtime.save(record)
  return { next }
}

/** Reads the effect once and keeps the cloud's status word. */
export async function look<Input>(
  turn: Turn<Input>,
  meanwhile?: Promise<void>,
): Promise<Read<Sighting>> {
  const sighting = await tryRead(turn, () => turn.step.look(turn.run), meanwhile)
  if ('value' in sighting && sighting.value.observed !== undefined)
    turn.record.observed = sighting.value.observed
  return sighting
}

/** Awaits the effect of an accepted call. The reader is told when it is late, asked when it is very late; it is never undone. */
export async function awaitEffect<Input>(
  turn: Turn<Input>,
  meanwhile?: Promise<void>,
): Promise<Next> {
  const { step, record, runtime } = turn
  const looked = await look(turn, meanwhile)
  if ('next' in looked) return looked.next
  const sighting = looked.value
  delete record.error
  if (sighting.effect === 'broken') return ask(turn, 'broken')
  if (sighting.effect !== 'none' && sighting.resourceId) record.resourceId ??= sighting.resourceId
  const elapsed = runtime.now() - (record.waitingSince ?? 0)
  if (sighting.effect === 'done' && elapsed >= (step.settle ?? 0) * 1000) return close(turn, 'done')

  if (sighting.effect === 'none' && elapsed > VISIBLE_MS) return ask(turn, 'no-effect')
  if (elapsed > step.limit * 1000) return ask(turn, 'too-slow')
  record.state = 'waiting'
  if (elapsed > step.usual * 3000) record.slow = true
  const next = rest(turn, schedules.looks)
  await runtime.save(record)
  return next
}
