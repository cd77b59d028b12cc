import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { and, eq, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm'

import { db, type Transaction } from '@/lib/db/pool'
import { operations } from '@/lib/db/tables'
import { readOperation, readSteps } from '@/lib/operations/engine/database'
import { wake } from '@/lib/operations/engine/decision'
import { workflow } from '@/lib/operations/engine/workflow'
import { FINAL_STATES, isFinal } from '@/lib/operations/schema'
import { log } from '@/lib/process/log'

const GOES_ON = ['PENDING', 'ENQUEUED', 'DELAYED']
/** A run takes an operation right after it is written down; later than this, nobody will. */
const YOUNG = sql`interval '10 seconds'`

/**
 * Wakes the runs that have yet to do what was decided, and gives every operation that is not over, but that no
 * run carries, a new run: the engine ended its run, or has none. One that a run had taken asks first, because a
 * person or a fault ended that run.
 */
export async function reviveLost(tx: Transaction): Promise<void> {
  const open = notInArray(operations.state, ['waits-for-approval', ...FINAL_STATES])
  // One that is only now written down is about to get its run.
  const begun = or(isNotNull(operations.holder), lt(operations.startedAt, sql`now() - ${YOUNG}`))
  const { operationId, decided, holder } = operations
  const known = await tx
    .select({ operationId, decided, holder })
    .from(operations)
    .where(and(open, begun))
  const ids = known.map(({ operationId }) => operationId)
  if (ids.length === 0) return
  const runs = await DBOS.listWorkflows({ workflowIDs: ids, loadInput: false, loadOutput: false })
  const statusOf = new Map(runs.map(({ workflowID, status }) => [workflowID, status]))
  const isCarried = (id: string) => GOES_ON.includes(statusOf.get(id) ?? '')
  // Whoever took the decision may have died before the run was woken.
  for (const { operationId, decided } of known)
    if (decided && isCarried(operationId)) await wake(operationId)
  for (const { operationId, holder } of known) {
    if (isCarried(operationId)) continue
    // Read again: a run that ended between the two readings left its operation final.
    if (isFinal((await readOperation(operationId)).state)) continue
    log.warn({ operationId }, 'an operation that nobody runs begins anew')
    // As it was before the runs were listed: one that had no run may be given its first at this moment. That one
    // stays, and need not ask.
    if (holder !== null) await askAnew(operationId)
    // Its history may be what it failed on; what happened is in the records of its steps.
    if (statusOf.has(operationId)) await DBOS.deleteWorkflow(operationId)
    await DBOS.startWorkflow(workflow(), { workflowID: operationId })(operationId)
  }
}

/** Has the next run of an operation ask before it does anything. */
async function askAnew(operationId: string): Promise<void> {
  const steps = await readSteps(operationId)
  const stood = steps.findLast(
    ({ record }) => record.startedAt !== undefined && record.finishedAt === undefined,
  )
  await db()
    .update(operations)
    .set({
      state: 'needs-decision',
      question: { reason: 'stopped', step: (stood ?? steps[0])?.name ?? '' },
      asked: sql`${operations.asked} + 1`,
      // What was decided before is not an answer to this.
      decided: null,
    })
    .where(
      and(eq(operations.operationId, operationId), notInArray(operations.state, [...FINAL_STATES])),
    )
}
