import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { and, inArray, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm'

import type { Transaction } from '@/lib/db/pool'
import { operations } from '@/lib/db/tables'
import { type OperationRow, readSteps } from '@/lib/operations/engine/database'
import { passOnAgain } from '@/lib/operations/engine/decision'
import type { Opening } from '@/lib/operations/engine/walk'
import { workflow } from '@/lib/operations/engine/workflow'
import { FINAL_STATES } from '@/lib/operations/schema'
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
  for (const operation of known)
    if (carried.has(operation.operationId)) await passOnAgain(operation)
  const lost = ids.filter((id) => !carried.has(id))
  if (lost.length === 0) return
  // Read again: a run that ended between the two readings left its operation final.
  const rows = await tx
    .select()
    .from(operations)
    .where(and(open, inArray(operations.operationId, lost)))
  for (const row of rows) {
    const { operationId } = row
    log.warn({ operationId }, 'an operation that nobody runs begins anew')
    // Its history may be what it failed on; what happened is in the records of its steps.
    await DBOS.deleteWorkflow(operationId)
    await DBOS.startWorkflow(workflow(), { workflowID: operationId })(
      operationId,
      await openingOf(row),
    )
  }
}

/** None for an operation that no run ever took: its process died between writing it down and beginning it. */
async function openingOf(row: OperationRow): Promise<Opening | undefined> {
  if (row.holder === null) return undefined
  const steps = await readSteps(row.operationId)
  const stood = steps.findLast(
    ({ record }) => record.startedAt !== undefined && record.finishedAt === undefined,
  )
  return {
    question: { reason: 'stopped', step: (stood ?? steps[0])?.name ?? '' },
    undoing: row.cancelledAt !== null,
  }
}
