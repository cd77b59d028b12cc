import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { lt, sql } from 'drizzle-orm'

import { db } from '@/lib/db/pool'
import { replicas } from '@/lib/db/tables'
import { log } from '@/lib/log'
import { isGone } from '@/lib/operations/executor'
import { reviveLost } from '@/lib/operations/revive'
import { abandoned } from '@/lib/operations/workflow'

const BEAT_MS = 5000
/** Silent for this long: dead. Together with a beat and a sweep, well inside a minute. */
const DEAD_AFTER = sql`interval '20 seconds'`
const SWEEP_LOCK = 20_170_914
/** What finished this long ago leaves the engine's history; the console's own record stays. */
const HISTORY_DAYS = 30
const DAY_MS = 86_400_000

/** Beats, and takes over what dead processes left, for as long as this process lives. */
export function keepAlive(executorId: string): void {
  const tend = async () => {
    await beat(executorId)
    await sweep(executorId)
  }
  const safely = (work: () => Promise<void>) => () =>
    void work().catch((error: unknown) => log.warn({ error }, 'tending operations failed'))
  safely(tend)()
  setInterval(safely(tend), BEAT_MS).unref()
  setInterval(safely(forget), DAY_MS).unref()
}

async function beat(executorId: string): Promise<void> {
  const beatAt = sql`now()`
  await db()
    .insert(replicas)
    .values({ executorId, beatAt })
    .onConflictDoUpdate({ target: replicas.executorId, set: { beatAt } })
}

/** One process at a time gives the work of dead ones back to the living. */
async function sweep(self: string): Promise<void> {
  await db().transaction(async (tx) => {
    const lock = await tx.execute<{ won: boolean }>(
      sql`select pg_try_advisory_xact_lock(${SWEEP_LOCK}) as won`,
    )
    if (!lock.rows[0]?.won) return
    await tx.delete(replicas).where(lt(replicas.beatAt, sql`now() - ${DEAD_AFTER}`))
    const living = (await tx.select().from(replicas))
      .map(({ executorId }) => executorId)
      .filter((executorId) => !isGone(executorId, self))
    const pending = await DBOS.listWorkflows({ status: 'PENDING', loadInput: false })
    const orphans = pending
      .filter(
        ({ executorId, workflowID }) =>
          (executorId && !living.includes(executorId)) || abandoned().has(workflowID),
      )
      .map(({ workflowID }) => workflowID)
    if (orphans.length > 0) {
      log.warn({ operations: orphans }, 'taking over operations that nobody runs')
      await DBOS.resumeWorkflows(orphans)
      for (const operationId of orphans) abandoned().delete(operationId)
    }
    await reviveLost(tx)
  })
}

async function forget(): Promise<void> {
  const old = await DBOS.listWorkflows({
    status: ['SUCCESS', 'ERROR', 'CANCELLED'],
    endTime: new Date(Date.now() - HISTORY_DAYS * DAY_MS).toISOString(),
    loadInput: false,
    loadOutput: false,
    limit: 10_000,
  })
  await DBOS.deleteWorkflows(old.map(({ workflowID }) => workflowID))
}
