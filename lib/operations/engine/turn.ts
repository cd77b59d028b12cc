import 'server-only'
import { definitionOf } from '@/lib/operations/definition'
import { advance, resume } from '@/lib/operations/engine/advance'
import {
  commitConclusion,
  commitIntent,
  type Lease,
  type OperationRow,
  readOperation,
  readSecret,
  readSteps,
  saveRecord,
  type StepKey,
  type StepRow,
  wipeSecret,
} from '@/lib/operations/engine/database'
import { isReached, tookEffect } from '@/lib/operations/engine/record'
import { spend } from '@/lib/operations/engine/schedule'
import type { Mode, Next, Run, Step, Runtime } from '@/lib/operations/step'
import { log } from '@/lib/process/log'

/** Takes one turn of a step: reads from the database where it stands, and advances it. */
export async function takeTurn(
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

  const key: StepKey = {
    operationId,
    name,
    direction,
    holder,
    profile: operation.profile,
    regionId: operation.place.regionId,
  }
  if (resumed) resume(record, Date.now())
  const run = runOf(operation, rows)
  const next = await advance({
    step,
    record,
    run,
    runtime: runtimeOf(key),
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

const runtimeOf = (key: StepKey): Runtime => ({
  now: Date.now,
  random: Math.random,
  budget: () => spend(key.profile, Date.now()),
  save: (record) => saveRecord(key, record),
  intend: (record, intent) => commitIntent(key, record, intent),
  conclude: (record, conclusion) => insist(() => commitConclusion(key, record, conclusion)),
  unexpected: (error) =>
    log.error({ error, operationId: key.operationId, step: key.name }, 'unexpected in a step'),
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
