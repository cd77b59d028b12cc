import 'server-only'
import { definitionOf } from '@/lib/operations/definition'
import { spend } from '@/lib/operations/engine/budget'
import { isReached, tookEffect } from '@/lib/operations/engine/record'
import {
  commitConclusion,
  commitIntent,
  type Lease,
  type OperationRow,
  readOperation,
  readSecret,
  readSteps,
  saveRecord,
  type StepPlace,
  type StepRow,
  wipeSecret,
} from '@/lib/operations/engine/store'
import { resume, takeTurn } from '@/lib/operations/engine/turn'
import type { Mode, Next, Run, Step, World } from '@/lib/operations/step'
import { log } from '@/lib/process/log'

/** Takes one turn of a step out of what the database says of it. */
export async function perform(
  operationId: string,
  { holder, isInherited }: Lease,
  { name, mode, resumed }: { name: string; mode: Mode; resumed: boolean },
): Promise<Next> {
  const [operation, rows] = await Promise.all([readOperation(operationId), readSteps(operationId)])
  const steps = definitionOf(operation.kind).steps(operation.input)
  const forward = steps.find((step) => step.name === name)
  const direction = mode === 'undo' ? 'undo' : 'do'
  const record = recordOf(rows, name, direction)
  if (mode === 'undo' && !tookEffect(recordOf(rows, name, 'do'))) return { go: 'on' }
  const step = mode === 'undo' ? forward?.undo : forward
  if (!step || !record) throw new Error(`${operation.kind} has no step ${name}.`)

  const place: StepPlace = {
    operationId,
    name,
    direction,
    holder,
    profile: operation.profile,
    regionId: operation.place.regionId,
  }
  if (resumed) resume(record, Date.now())
  const run = runOf(operation, rows)
  const next = await takeTurn({
    step,
    record,
    run,
    world: worldOf(place),
    mode,
    mayBeSent: isInherited && isReached(steps, name, (earlier) => recordOf(rows, earlier, 'do')),
  })
  if (next.go === 'on' && mode === 'do') await wipeWhenUnneeded(operationId, steps, name)
  return next
}

const recordOf = (rows: StepRow[], name: string, direction: 'do' | 'undo') =>
  rows.find((row) => row.name === name && row.direction === direction)?.record

function runOf(operation: OperationRow, rows: StepRow[]): Run<unknown> {
  const { operationId, profile, input } = operation
  return {
    operationId,
    access: { profile },
    input,
    secret: () => readSecret(operationId),
    made: (step) => {
      const id = recordOf(rows, step, 'do')?.resourceId
      if (id === undefined) throw new Error(`Step ${step} of ${operationId} made nothing.`)
      return id
    },
    isDone: (step) => recordOf(rows, step, 'do')?.phase === 'done',
  }
}

const worldOf = (place: StepPlace): World => ({
  now: Date.now,
  random: Math.random,
  budget: () => spend(place.profile, Date.now()),
  save: (record) => saveRecord(place, record),
  intend: (record, intent) => commitIntent(place, record, intent),
  conclude: (record, conclusion) => insist(() => commitConclusion(place, record, conclusion)),
  unexpected: (error) =>
    log.error({ error, operationId: place.operationId, step: place.name }, 'unexpected in a step'),
})

async function wipeWhenUnneeded<Input>(
  operationId: string,
  steps: readonly Step<Input>[],
  name: string,
): Promise<void> {
  const index = steps.findIndex((step) => step.name === name)
  const isLast = !steps.slice(index + 1).some((step) => step.send?.secret)
  if (steps[index]?.send?.secret && isLast) await wipeSecret(operationId)
}

const LONGEST_PAUSE_MS = 10_000

/** Does it again until it succeeds: what it writes is already true, only the database is away. */
export async function insist<T>(write: () => Promise<T>): Promise<T> {
  for (let wait = 100; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      return await write()
    } catch (error) {
      log.warn({ error }, 'database does not take a write, trying again')
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}
