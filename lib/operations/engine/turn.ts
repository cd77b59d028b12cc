import 'server-only'
import { Fault } from '@/lib/failure/errors'
import { definitionOf } from '@/lib/operations/definition'
import { advance, resume } from '@/lib/operations/engine/advance'
import {
  accessOf,
  insist,
  mayStill,
  readSecret,
  type StepRow,
} from '@/lib/operations/engine/database'
import {
  commitConclusion,
  commitIntent,
  keepRecord,
  type Lease,
  saveRecord,
} from '@/lib/operations/engine/lease'
import { isReached, tookEffect } from '@/lib/operations/engine/record'
import { spend } from '@/lib/operations/engine/schedule'
import type { Mode, Next, Run, Runtime } from '@/lib/operations/step'
import { log } from '@/lib/process/log'

/** Takes one turn of a step: advances it from where its record says that it stands. @throws LeaseLost */
export async function takeTurn(
  lease: Lease,
  { name, mode, resumed }: { name: string; mode: Mode; resumed: boolean },
): Promise<Next> {
  const { kind, input } = lease.operation
  const definition = definitionOf(kind)
  const steps = definition.steps(input)
  const forward = steps.find((step) => step.name === name)
  if (mode === 'undo' && !tookEffect(recordOf(lease, name))) return { go: 'on' }
  const step = mode === 'undo' ? forward?.undo : forward
  const row = rowOf(lease, name, mode === 'undo' ? 'undo' : 'do')
  if (!step || !row) throw new Fault(`${kind} has no step ${name}.`)

  // A copy: what fails to be written has not happened.
  const record = structuredClone(row.record)
  if (resumed) resume(record, Date.now())
  const next = await advance({
    step,
    record,
    run: runOf(lease),
    runtime: runtimeOf(lease, row),
    mode,
    mayBeSent: lease.isInherited && isReached(steps, name, (earlier) => recordOf(lease, earlier)),
  })
  if (next.go === 'on' && mode === 'do' && step.send?.secret && !definition.undoable) {
    const after = steps.slice(steps.indexOf(step) + 1)
    lease.isSecretNeedless = !after.some(({ send }) => send?.secret)
  }
  return next
}

const rowOf = ({ steps }: Lease, name: string, direction: 'do' | 'undo') =>
  steps.find((row) => row.name === name && row.direction === direction)

const recordOf = (lease: Lease, name: string) => rowOf(lease, name, 'do')?.record

function runOf(lease: Lease): Run<unknown> {
  const { operationId, input } = lease.operation
  return {
    operationId,
    access: accessOf(lease.operation),
    input,
    secret: () => readSecret(operationId),
    made: (step) => {
      const id = recordOf(lease, step)?.resourceId
      if (id === undefined) throw new Fault(`Step ${step} of ${operationId} made nothing.`)
      return id
    },
    isDone: (step) => recordOf(lease, step)?.phase === 'done',
  }
}

function runtimeOf(lease: Lease, row: StepRow): Runtime {
  const { operationId, profile } = lease.operation
  return {
    now: Date.now,
    random: Math.random,
    budget: () => spend(profile, Date.now()),
    mayStill: async () => lease.operation.begunBy === null || (await mayStill(operationId)),
    save: (record) => saveRecord(lease, row, record),
    end: (record) => {
      keepRecord(row, record)
      lease.ended.add(row)
    },
    intend: (record, intent) => commitIntent(lease, row, { record, intent }),
    conclude: (record, conclusion) =>
      insist(() => commitConclusion(lease, row, { record, conclusion })),
    unexpected: (error) =>
      log.error({ error, operationId, step: row.name }, 'unexpected in a step'),
  }
}
