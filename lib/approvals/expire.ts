import 'server-only'
import { and, eq, lte, sql } from 'drizzle-orm'

import { end, tell, type Waiting } from '@/lib/approvals/waiting'
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
      await tell(tx, waiting, { access: { profile: waiting.operation.profile }, what: 'expired' })
      await end(tx, waiting, 'expired')
    }
  })
}
