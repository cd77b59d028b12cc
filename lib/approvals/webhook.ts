import 'server-only'
import { and, eq, lte, sql } from 'drizzle-orm'

import { engineDb } from '@/lib/db/pool'
import { approvals, operations } from '@/lib/db/tables'
import { routes } from '@/lib/navigation/routes'
import { env } from '@/lib/process/env'
import { nextTry, post } from '@/lib/webhook/post'

/** Posts what waits for a second person and was not told yet, one JSON object each. */
export async function postRequests(): Promise<void> {
  if (!env.ALERT_WEBHOOK) return
  await engineDb().transaction(async (tx) => {
    // Whoever posts it holds it: another process skips it.
    const [due] = await tx
      .select()
      .from(approvals)
      .innerJoin(operations, eq(operations.operationId, approvals.operationId))
      .where(and(lte(approvals.dueAt, sql`now()`), eq(operations.state, 'waits-for-approval')))
      .orderBy(approvals.dueAt)
      .limit(1)
      .for('update', { of: approvals, skipLocked: true })
    if (!due) return
    const { operationId, kind, subject, profile, place, begunBy, reason } = due.operation
    const body = {
      event: 'approval-asked',
      operationId,
      kind,
      subject,
      profile,
      regionId: place.regionId,
      by: begunBy?.email ?? '',
      ...(reason !== null && { reason }),
      expiresAt: due.approval.expiresAt,
      path: routes.operation(operationId),
    }
    const next = nextTry(due.approval, await post(JSON.stringify(body)))
    await tx.update(approvals).set(next).where(eq(approvals.operationId, operationId))
  })
}
