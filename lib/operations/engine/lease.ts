import 'server-only'
import { randomUUID } from 'node:crypto'

import { eq, sql } from 'drizzle-orm'

import { appendAudit, auditedAs, lockAudit } from '@/lib/audit/append'
import { engineDb, type Transaction } from '@/lib/db/pool'
import { operations, operationSecrets, operationSteps } from '@/lib/db/tables'
import { Fault } from '@/lib/failure/errors'
import { definitionOf } from '@/lib/operations/definition'
import {
  accessOf,
  LeaseLost,
  type OperationRow,
  type StepRow,
} from '@/lib/operations/engine/database'
import { type Decision, isFinal, type OperationState, type Question } from '@/lib/operations/schema'
import type { Conclusion, Intent, StepRecord } from '@/lib/operations/step'

/**
 * A run's right to send for an operation. Only whoever has it changes the records of the steps, so the run keeps
 * them in memory and reads them once.
 */
export interface Lease {
  /** Names the run. */
  holder: string
  /** Another run had it before. */
  isInherited: boolean
  operation: OperationRow
  steps: StepRow[]
  /** Ended, and written with whatever is committed next: until then the database knows that the effect is there. */
  ended: Set<StepRow>
  /** No step needs the sealed part of the input any more. */
  isSecretNeedless: boolean
}

/** From now on only this run may send; whoever ran it before sends nothing more. */
export const claim = (operationId: string): Promise<Lease> =>
  engineDb().transaction(async (tx) => {
    const holder = randomUUID()
    const isIt = eq(operations.operationId, operationId)
    const [[operation], , steps] = await Promise.all([
      tx.select().from(operations).where(isIt).for('update'),
      tx.update(operations).set({ holder }).where(isIt),
      tx
        .select()
        .from(operationSteps)
        .where(eq(operationSteps.operationId, operationId))
        .orderBy(operationSteps.position),
    ])
    if (!operation) throw new Fault(`There is no operation ${operationId}.`)
    const isInherited = operation.holder !== null
    return { holder, isInherited, operation, steps, ended: new Set(), isSecretNeedless: false }
  })

/** What is read when a commit begins. `auditEnd`: of the chain, where the commit appends to it. */
type Locked = Pick<OperationRow, 'cancelledAt' | 'decided'> & { auditEnd: string }

/** Writes in one commit, together with what has ended. `audited`: a line of the audit is among it. @throws LeaseLost */
async function commit<T>(
  lease: Lease,
  write: (tx: Transaction, locked: Locked) => Promise<T>,
  { audited = false }: { audited?: boolean } = {},
): Promise<T> {
  const { holder, cancelledAt, decided, begunBy } = operations
  const ended = [...lease.ended]
  const value = await engineDb().transaction(async (tx) => {
    // The row is locked before the rest runs: `execute` sends at once, the others with the next microtask. Whoever has
    // lost the lease takes all of it back.
    const [[row], auditEnd] = await Promise.all([
      tx
        .select({ holder, cancelledAt, decided, begunBy })
        .from(operations)
        .where(eq(operations.operationId, lease.operation.operationId))
        .for('update')
        .execute(),
      audited ? lockAudit(tx) : '',
      writeSteps(tx, ended),
      lease.isSecretNeedless && wipeSecret(tx, lease),
    ])
    if (row?.holder !== lease.holder) throw new LeaseLost()
    lease.operation.begunBy = row.begunBy
    return write(tx, { ...row, auditEnd })
  })
  for (const step of ended) lease.ended.delete(step)
  lease.isSecretNeedless = false
  return value
}

/** Writes down what has ended. @throws LeaseLost */
export async function saveEnded(lease: Lease): Promise<void> {
  if (lease.ended.size > 0 || lease.isSecretNeedless) await commit(lease, async () => undefined)
}

/** @throws LeaseLost */
export async function saveRecord(lease: Lease, step: StepRow, record: StepRecord): Promise<void> {
  await commit(lease, (tx) => writeSteps(tx, [{ ...step, record }]))
  keepRecord(step, record)
}

/**
 * Intent before effect: record and audit line in one commit. Nothing, and no id, when a decision keeps the call
 * from leaving. @throws LeaseLost
 */
export async function commitIntent(
  lease: Lease,
  step: StepRow,
  { record, intent }: { record: StepRecord; intent: Intent },
): Promise<number | undefined> {
  const write = async (tx: Transaction, { cancelledAt, decided, auditEnd }: Locked) => {
    if (step.direction === 'do' ? cancelledAt : decided === 'keep') return undefined
    const line = { ...auditFacts(lease, step, record), ...intent, phase: 'intent' as const }
    const id = await appendAudit(tx, line, auditEnd)
    await writeSteps(tx, [{ ...step, record: { ...record, intentId: id } }])
    return id
  }
  const intentId = await commit(lease, write, { audited: true })
  if (intentId !== undefined) keepRecord(step, { ...record, intentId })
  return intentId
}

/**
 * The fate of a call: record and audit line in one commit. The line also when another run has the operation now:
 * it is what happened. @throws LeaseLost
 */
export async function commitConclusion(
  lease: Lease,
  step: StepRow,
  { record, conclusion }: { record: StepRecord; conclusion: Conclusion },
): Promise<void> {
  const line = {
    ...auditFacts(lease, step, record),
    ...conclusion,
    ...(record.intentId !== undefined && { intentId: record.intentId }),
    phase: 'result' as const,
  }
  try {
    await commit(
      lease,
      (tx, { auditEnd }) =>
        Promise.all([appendAudit(tx, line, auditEnd), writeSteps(tx, [{ ...step, record }])]),
      { audited: true },
    )
  } catch (error) {
    if (error instanceof LeaseLost) await engineDb().transaction((tx) => appendAudit(tx, line))
    throw error
  }
  keepRecord(step, record)
}

/** What the run knows of a step from now on. A copy: a turn goes on changing what it was given. */
export function keepRecord(step: StepRow, record: StepRecord): void {
  step.record = structuredClone(record)
}

/**
 * Moves the operation as a whole, which thereby does what was decided; a final state also wipes its secrets, unless
 * they are kept for an undo. Not to
 * `done` when something else was decided meanwhile: gives that instead. @throws LeaseLost
 */
export async function setState(lease: Lease, state: OperationState): Promise<Decision | null> {
  const change = { state, question: null, decided: null }
  const late = await commit(lease, async (tx, { decided }) => {
    if (state === 'done' && decided) return decided
    const isKept = state === 'done' && definitionOf(lease.operation.kind).undoable
    await Promise.all([
      tx
        .update(operations)
        .set({ ...change, ...(isFinal(state) && { finishedAt: new Date() }) })
        .where(eq(operations.operationId, lease.operation.operationId)),
      isFinal(state) && !isKept && wipeSecret(tx, lease),
    ])
    return null
  })
  if (!late) Object.assign(lease.operation, change)
  return late
}

/** Lets the operation stand still with a question, under a new number. @throws LeaseLost */
export async function setQuestion(lease: Lease, question: Question): Promise<void> {
  const change = { state: 'needs-decision' as const, question }
  await commit(lease, (tx) =>
    tx
      .update(operations)
      .set({ ...change, asked: sql`${operations.asked} + 1` })
      .where(eq(operations.operationId, lease.operation.operationId)),
  )
  Object.assign(lease.operation, change)
}

const auditFacts = ({ operation }: Lease, step: StepRow, record: StepRecord) => ({
  ...auditedAs(accessOf(operation)),
  regionId: operation.place.regionId,
  ...(operation.place.cenId && { cenId: operation.place.cenId }),
  operationId: operation.operationId,
  step: step.name,
  attempt: record.sends,
})

async function wipeSecret(tx: Transaction, { operation }: Lease): Promise<void> {
  await tx.delete(operationSecrets).where(eq(operationSecrets.operationId, operation.operationId))
}

async function writeSteps(tx: Transaction, steps: readonly StepRow[]): Promise<void> {
  const [first] = steps
  if (!first) return
  const rows = steps.map(
    ({ name, direction, record }) =>
      sql`(${name}::text, ${direction}::text, ${JSON.stringify(record)}::jsonb)`,
  )
  await tx.execute(sql`
    update ${operationSteps} as step set record = given.record
    from (values ${sql.join(rows, sql`, `)}) as given (name, direction, record)
    where step.operation_id = ${first.operationId}
      and step.name = given.name and step.direction = given.direction`)
}
