import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { inArray, sql } from 'drizzle-orm'

import { engineDb } from '@/lib/db/pool'
import { operations, operationSecrets } from '@/lib/db/tables'

const HISTORY_DAYS = 30
const DAY_MS = 86_400_000
const AT_ONCE = 1000

/**
 * Deletes the engine's history of operations that are over and began 30 days ago or earlier. The console's
 * own record of them and the audit stay.
 */
export async function forgetOld(): Promise<void> {
  const endTime = new Date(Date.now() - HISTORY_DAYS * DAY_MS).toISOString()
  for (;;) {
    const old = await DBOS.listWorkflows({
      status: ['SUCCESS', 'ERROR', 'CANCELLED'],
      endTime,
      loadInput: false,
      loadOutput: false,
      limit: AT_ONCE,
    })
    if (old.length === 0) return
    await DBOS.deleteWorkflows(old.map(({ workflowID }) => workflowID))
  }
}

/** Deletes what was kept sealed for an undo of operations that were over a day ago. */
export async function forgetSecrets(): Promise<void> {
  const over = engineDb()
    .select({ operationId: operations.operationId })
    .from(operations)
    .where(sql`${operations.finishedAt} < now() - interval '1 day'`)
  await engineDb().delete(operationSecrets).where(inArray(operationSecrets.operationId, over))
}
