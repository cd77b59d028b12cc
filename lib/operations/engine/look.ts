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
export async function read<Input, T>(
  turn: Turn<Input>,
  how: () => Promise<T>,
  meanwhile?: Promise<void>,
): Promise<Read<T>> {
  const { record, world } = turn
  const wait = record.tries > 0 ? world.budget() : 0
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
  if (world.now() - (record.waitingSince ?? 0) > UNCLEAR_MS && answer !== 'throttled')
    return { next: await ask(turn, 'unclear') }
  const next = rest(turn, answer === 'throttled' ? schedules.throttled : schedules.looks, error)
  await world.save(record)
  return { next }
}

/** Reads the effect once and keeps the cloud's status word. */
export async function look<Input>(
  turn: Turn<Input>,
  meanwhile?: Promise<void>,
): Promise<Read<Sighting>> {
  const seen = await read(turn, () => turn.step.look(turn.run), meanwhile)
  if ('value' in seen && seen.value.observed !== undefined)
    turn.record.observed = seen.value.observed
  return seen
}

/** Follows an accepted call until its effect is there. Late is told, very late is asked, never undone. */
export async function watch<Input>(turn: Turn<Input>, meanwhile?: Promise<void>): Promise<Next> {
  const { step, record, world } = turn
  const looked = await look(turn, meanwhile)
  if ('next' in looked) return looked.next
  const seen = looked.value
  delete record.error
  if (seen.effect === 'broken') return ask(turn, 'broken')
  if (seen.effect !== 'none' && seen.resourceId) record.resourceId ??= seen.resourceId
  if (seen.effect === 'done') return close(turn, 'done')

  const elapsed = world.now() - (record.waitingSince ?? 0)
  if (seen.effect === 'none' && elapsed > VISIBLE_MS) return ask(turn, 'no-effect')
  if (elapsed > step.limit * 1000) return ask(turn, 'too-slow')
  record.state = 'waiting'
  if (elapsed > step.usual * 3000) record.slow = true
  const next = rest(turn, schedules.looks)
  await world.save(record)
  return next
}
