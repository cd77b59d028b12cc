import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { and, eq, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm'

import { db, type Transaction } from '@/lib/db/pool'
import { operations } from '@/lib/db/tables'
import { readSteps } from '@/lib/operations/engine/database'
import { wake } from '@/lib/operations/engine/decision'
import { workflow } from '@/lib/operations/engine/workflow'
import { FINAL_STATES, type Question } from '@/lib/operations/schema'
import { log } from '@/lib/process/log'

const GOES_ON = ['PENDING', 'ENQUEUED', 'DELAYED']
/** A run takes an operation right after it is written down; later than this, nobody will. */
const YOUNG = sql`interval '10 seconds'`

/**
 * Passes decisions on that no run has heard yet, and gives every operation that is not over, but that no run carries, a new run: the engine ended its run, or
 * has none. What was begun before asks first, because a person or a fault ended it.
 */
export async function reviveLost(tx: Transaction): Promise<void> {
  const open = notInArray(operations.state, [...FINAL_STATES])
  // One that is only now written down is about to get its run.
  const begun = or(isNotNull(operations.holder), lt(operations.startedAt, sql`now() - ${YOUNG}`))
  const known = await tx.select().from(operations).where(and(open, begun))
  const ids = known.map(({ operationId }) => operationId)
  if (ids.length === 0) return
  const runs = await DBOS.listWorkflows({ workflowIDs: ids, loadInput: false, loadOutput: false })
  const carried = new Set(
    runs.filter(({ status }) => GOES_ON.includes(status)).map(({ workflowID }) => workflowID),
  )
  // Whoever took the decision may have died before the run was woken.
  for (const { operationId, decided } of known)
    if (decided && carried.has(operationId)) await wake(operationId)
  const lost = ids.filter((id) => !carried.has(id))
  if (lost.length === 0) return
  for (const operationId of lost) {
    log.warn({ operationId }, 'an operation that nobody runs begins anew')
    await askAnew(operationId)
    // Its history may be what it failed on; what happened is in the records of its steps.
    await DBOS.deleteWorkflow(operationId)
    await DBOS.startWorkflow(workflow(), { workflowID: operationId })(operationId)
  }
}

/**
 * Has the next run of an operation ask before it does anything. Not one that no run ever took: its process died
 * between writing it down and beginning it.
 */
async function askAnew(operationId: string): Promise<void> {
  const steps = await readSteps(operationId)
  const stood = steps.findLast(
    ({ record }) => record.startedAt !== undefined && record.finishedAt === undefined,
  )
  const question: Question = { reason: 'stopped', step: (stood ?? steps[0])?.name ?? '' }
  // A run that ended since it was looked for left its operation final.
  const isLost = and(
    eq(operations.operationId, operationId),
    isNotNull(operations.holder),
    notInArray(operations.state, [...FINAL_STATES]),
  )
  await db()
    .update(operations)
    .set({
      state: 'needs-decision',
      question,
      asked: sql`${operations.asked} + 1`,
      // What was decided before is not an answer to this.
      decided: null,
    })
    .where(isLost)
}
