import 'server-only'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

import { DBOS } from '@dbos-inc/dbos-sdk'
import { lt, sql } from 'drizzle-orm'

import { keepEnd } from '@/lib/audit/end'
import { pruneAudit } from '@/lib/audit/prune'
import { engineDb } from '@/lib/db/pool'
import { replicas } from '@/lib/db/tables'
import { forgetOld, forgetSecrets } from '@/lib/operations/engine/retention'
import { reviveLost } from '@/lib/operations/engine/revive'
import { abandoned } from '@/lib/operations/engine/workflow'
import { log } from '@/lib/process/log'
import { once } from '@/lib/request/once'

const BEAT_MS = 5000
/** Silent for this long: dead. Together with a beat and a sweep, well inside a minute. */
const SILENT_MS = 20_000
const DEAD_AFTER = sql`${SILENT_MS} * interval '1 millisecond'`
const SWEEP_LOCK = 20_170_914
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** When this process last wrote its beat, in milliseconds since 1970. */
const lastBeat = () => once('last beat', () => ({ at: 0 }))

/** Whether this process runs operations: it was launched, and the database takes what it writes. */
export const runsOperations = (): boolean => Date.now() - lastBeat().at < SILENT_MS

/** Beats, and takes over what dead processes left, for as long as this process lives. */
export function keepAlive(executorId: string): void {
  const tend = async () => {
    await beat(executorId)
    await sweep(executorId)
  }
  every(BEAT_MS, tend)
  every(BEAT_MS, keepEnd)
  every(DAY_MS, forgetOld)
  every(DAY_MS, () => pruneAudit())
  every(HOUR_MS, forgetSecrets)
}

/** Now, and then again and again; what fails is tried again the next time. */
function every(milliseconds: number, work: () => Promise<void>): void {
  const safely = () =>
    void work().catch((error: unknown) => log.warn({ error }, 'tending operations failed'))
  safely()
  setInterval(safely, milliseconds).unref()
}

async function beat(executorId: string): Promise<void> {
  const beatAt = sql`now()`
  await engineDb()
    .insert(replicas)
    .values({ executorId, beatAt })
    .onConflictDoUpdate({ target: replicas.executorId, set: { beatAt } })
  // The engine has connections of its own: without them no operation goes on.
  await DBOS.listWorkflows({ limit: 1, loadInput: false, loadOutput: false })
  lastBeat().at = Date.now()
}

/** One process at a time gives the work of dead ones back to the living. */
async function sweep(self: string): Promise<void> {
  await engineDb().transaction(async (tx) => {
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

/** Names this process for ever: host, process id, and a part that a later process does not repeat. */
export const newExecutorId = (): string => `${hostname()}/${process.pid}/${randomUUID()}`

/** A process of this host is known to be gone at once; for one of another host only its silence tells. */
function isGone(executorId: string, self: string): boolean {
  const [host, pid] = executorId.split('/')
  if (host !== hostname() || executorId === self) return false
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
