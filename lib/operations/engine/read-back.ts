import { MISMATCH } from '@/lib/operations/engine/answers'
import { look } from '@/lib/operations/engine/look'
import { accepted, ask, close, intentOf, rest } from '@/lib/operations/engine/record'
import { APART_MS, TOKEN_MS, UNCLEAR_MS, schedules } from '@/lib/operations/engine/schedule'
import type { Next, Sighting, StepRecord, Turn } from '@/lib/operations/step'

/**
 * Finds out by reading what became of a call without a usable answer, or of one that was refused (it may
 * be refused because its effect is already there). `send`: proven absent, the same call may go out again.
 */
export async function readBack<Input>(turn: Turn<Input>): Promise<Next | 'send'> {
  const { record, runtime, mode } = turn
  const looked = await look(turn)
  if ('next' in looked) return looked.next
  const sighting = looked.value
  if (sighting.effect !== 'none') return adopt(turn, sighting)

  const now = runtime.now()
  const last = record.absences.at(-1)
  if (sighting.proven && (last === undefined || now - last >= APART_MS)) record.absences.push(now)
  if (!isAbsent(record, now)) {
    if (now - (record.waitingSince ?? 0) > UNCLEAR_MS)
      return ask(turn, record.phase === 'refused' ? 'refused' : 'unclear')
    if (record.state !== 'retrying') record.state = 'checking'
    const next = rest(turn, schedules.doubt)
    await runtime.save(record)
    return next
  }
  if (mode === 'clear') return close(turn, 'absent')
  if (record.phase === 'refused') {
    const { code, requestId } = record.error ?? {}
    const asked = await ask(turn, code === MISMATCH ? 'mismatch' : 'refused')
    // A refusal of the cloud can be mended in the form; one of ours, or of a token used for something else, cannot.
    return code !== MISMATCH && requestId ? { ...asked, isRefusal: true } : asked
  }
  if (now - (record.firstSentAt ?? 0) >= TOKEN_MS) return ask(turn, 'unclear')
  return 'send'
}

/**
 * Finds the effect of a call that the records know nothing of. Undefined when there is none: the call may then go
 * out, as far as anybody knows for the first time.
 */
export async function findEarlier<Input>(turn: Turn<Input>): Promise<Next | undefined> {
  const looked = await look(turn)
  if ('next' in looked) return looked.next
  return looked.value.effect === 'none' ? undefined : adopt(turn, looked.value)
}

/** Takes an effect that was found as the step's own. */
async function adopt<Input>(
  turn: Turn<Input>,
  sighting: Exclude<Sighting, { effect: 'none' }>,
): Promise<Next> {
  const { record, runtime, mode, step } = turn
  if (sighting.effect === 'broken') return ask(turn, 'broken')
  if (sighting.resourceId) record.resourceId = sighting.resourceId
  record.adopted = true
  accepted(record, runtime.now())
  if (step.send)
    await runtime.conclude(record, { ...intentOf(turn, step.send), outcome: 'adopted' })
  if (mode === 'clear') return { go: 'on' }
  if (sighting.effect === 'done') return close(turn, 'done')
  const next = rest(turn, schedules.looks)
  await runtime.save(record)
  return next
}

/** One reading proves that a clean refusal did nothing; a call that may still arrive needs two and time. */
function isAbsent(record: StepRecord, now: number): boolean {
  if (record.phase === 'refused' && !record.doubt) return record.absences.length >= 1
  return record.absences.length >= 2 && now >= (record.lateUntil ?? 0)
}
