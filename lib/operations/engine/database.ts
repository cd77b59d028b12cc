import 'server-only'
import { and, eq, sql } from 'drizzle-orm'

import { appendAudit } from '@/lib/audit/append'
import { type Db, db, type Transaction } from '@/lib/db/pool'
import { operations, operationSecrets, operationSteps } from '@/lib/db/tables'
import { OperationError } from '@/lib/failure/errors'
import { refuseWhenUnderway } from '@/lib/operations/engine/exclusive'
import { seal, unseal } from '@/lib/operations/engine/secrets'
import { isFinal, type OperationState, type Question } from '@/lib/operations/schema'
import type { Conclusion, Intent, StepRecord } from '@/lib/operations/step'

export type OperationRow = typeof operations.$inferSelect
export type StepRow = typeof operationSteps.$inferSelect
export type NewOperation = Pick<
  OperationRow,
  'operationId' | 'kind' | 'subject' | 'place' | 'profile' | 'input'
>

/**
 * Writes an operation down with all its steps; false when there already is one of that id.
 * @throws OperationError `OperationUnderway` when another one works on the same thing.
 */
export const insertOperation = (
  operation: NewOperation,
  {
    steps,
    secret,
    exclusiveIds,
  }: { steps: Omit<StepRow, 'operationId'>[]; secret: unknown; exclusiveIds: string[] },
): Promise<boolean> =>
  db().transaction(async (tx) => {
    const { operationId } = operation
    const written = await tx
      .insert(operations)
      .values({ ...operation, state: 'running' })
      .onConflictDoNothing()
      .returning({ operationId: operations.operationId })
    if (written.length === 0) return false
    await refuseWhenUnderway(tx, operationId, exclusiveIds)
    await tx.insert(operationSteps).values(steps.map((step) => ({ ...step, operationId })))
    if (secret !== undefined)
      await tx.insert(operationSecrets).values({ operationId, sealed: seal(operationId, secret) })
    return true
  })

/** @throws when there is none of that id. */
export async function readOperation(operationId: string): Promise<OperationRow> {
  const [row] = await db().select().from(operations).where(eq(operations.operationId, operationId))
  if (!row) throw new Error(`There is no operation ${operationId}.`)
  return row
}

export const readSteps = (operationId: string): Promise<StepRow[]> =>
  db()
    .select()
    .from(operationSteps)
    .where(eq(operationSteps.operationId, operationId))
    .orderBy(operationSteps.position)

/**
 * The sealed part of the input. @throws when it has been wiped, and OperationError `SecretUnreadable` when it was
 * sealed under another key.
 */
export async function readSecret(operationId: string): Promise<unknown> {
  const [row] = await db()
    .select()
    .from(operationSecrets)
    .where(eq(operationSecrets.operationId, operationId))
  if (!row) throw new Error(`Operation ${operationId} has no secrets any more.`)
  try {
    return unseal(operationId, row.sealed)
  } catch {
    throw new OperationError('SecretUnreadable')
  }
}

export async function wipeSecret(operationId: string): Promise<void> {
  await db().delete(operationSecrets).where(eq(operationSecrets.operationId, operationId))
}

/** A run's right to send for an operation. */
export interface Lease {
  /** Names the run. */
  holder: string
  /** Another run had it before. */
  isInherited: boolean
}

/** From now on only this run may send; whoever ran it before sends nothing more. */
export const claim = (
  operationId: string,
  holder: string,
): Promise<{ operation: OperationRow; lease: Lease }> =>
  db().transaction(async (tx) => {
    const isIt = eq(operations.operationId, operationId)
    const [operation] = await tx.select().from(operations).where(isIt).for('update')
    if (!operation) throw new Error(`There is no operation ${operationId}.`)
    await tx.update(operations).set({ holder }).where(isIt)
    return { operation, lease: { holder, isInherited: operation.holder !== null } }
  })

export const isHeldBy = async (operationId: string, holder: string): Promise<boolean> =>
  (await readOperation(operationId)).holder === holder

/** Moves the operation as a whole; a final state also wipes its secrets. */
export async function setState(operationId: string, state: OperationState): Promise<void> {
  await db()
    .update(operations)
    .set({ state, question: null, ...(isFinal(state) && { finishedAt: new Date() }) })
    .where(eq(operations.operationId, operationId))
  if (isFinal(state)) await wipeSecret(operationId)
}

/** Lets the operation stand still with a question, under a new number. */
export async function setQuestion(operationId: string, question: Question): Promise<void> {
  await db()
    .update(operations)
    .set({ state: 'needs-decision', question, asked: sql`${operations.asked} + 1` })
    .where(eq(operations.operationId, operationId))
}

/** Which step's record and audit lines are written, and by which run. */
export interface StepKey {
  operationId: string
  name: string
  direction: 'do' | 'undo'
  holder: string
  profile: string
  regionId: string
}

export const saveRecord = (key: StepKey, record: StepRecord): Promise<void> =>
  writeRecord(db(), key, record)

/** Intent before effect: record and audit line in one commit. Nothing, and no id, when this run may not send. */
export const commitIntent = (
  key: StepKey,
  record: StepRecord,
  intent: Intent,
): Promise<number | undefined> =>
  db().transaction(async (tx) => {
    const [operation] = await tx
      .select({ holder: operations.holder, cancelledAt: operations.cancelledAt })
      .from(operations)
      .where(eq(operations.operationId, key.operationId))
      .for('update')
    const isFenced = key.direction === 'do' && operation?.cancelledAt
    if (operation?.holder !== key.holder || isFenced) return undefined
    const intentId = await appendAudit(tx, {
      ...auditFacts(key, record),
      ...intent,
      phase: 'intent',
    })
    await writeRecord(tx, key, { ...record, intentId })
    return intentId
  })

/** The fate of a call: record and audit line in one commit. */
export const commitConclusion = (
  key: StepKey,
  record: StepRecord,
  conclusion: Conclusion,
): Promise<void> =>
  db().transaction(async (tx) => {
    await appendAudit(tx, {
      ...auditFacts(key, record),
      ...conclusion,
      ...(record.intentId !== undefined && { intentId: record.intentId }),
      phase: 'result',
    })
    await writeRecord(tx, key, record)
  })

const auditFacts = (key: StepKey, record: StepRecord) => ({
  actor: key.profile,
  regionId: key.regionId,
  operationId: key.operationId,
  step: key.name,
  attempt: record.sends,
})

async function writeRecord(tx: Db | Transaction, key: StepKey, record: StepRecord): Promise<void> {
  await tx
    .update(operationSteps)
    .set({ record })
    .where(
      and(
        eq(operationSteps.operationId, key.operationId),
        eq(operationSteps.direction, key.direction),
        eq(operationSteps.name, key.name),
      ),
    )
}
