import 'server-only'
import { and, eq, lte, sql } from 'drizzle-orm'

import { end, type Waiting } from '@/lib/approvals/waiting'
import { engineDb } from '@/lib/db/pool'
import { approvals, operations } from '@/lib/db/tables'

/** Ends what nobody approved in its time. */
export async function expireRequests(): Promise<void> {
  await engineDb().transaction(async (tx) => {
    const over: Waiting[] = await tx
      .select({ operation: operations, approval: approvals })
      .from(operations)
      .innerJoin(approvals, eq(approvals.operationId, operations.operationId))
      .where(
        and(
          eq(operations.state, 'waits-for-approval'),
          lte(approvals.expiresAt, sql`now()`),
          // One that is being approved was so in time.
          sql`coalesce(${approvals.claimedUntil} < now(), true)`,
        ),
      )
      .for('update', { skipLocked: true })
    for (const waiting of over) {
      const { history, expiresAt, operationId } = waiting.approval
      const event = { what: 'expired' as const, by: '', at: expiresAt.toISOString() }
      await tx
        .update(approvals)
        .set({ history: [...history, event] })
        .where(eq(approvals.operationId, operationId))
      await end(tx, waiting, 'expired')
    }
  })
}
