import 'server-only'
import { and, eq, isNotNull, lte, sql } from 'drizzle-orm'

import { engineDb } from '@/lib/db/pool'
import { approvals, operations } from '@/lib/db/tables'
import { routes } from '@/lib/navigation/routes'
import { env } from '@/lib/process/env'
import { claimedUntil, nextTry, post } from '@/lib/webhook/post'

/** Posts what waits for a second person and was not told yet, one JSON object each. */
export async function postRequests(): Promise<void> {
  if (!env.ALERT_WEBHOOK) return
  const due = await claim()
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
  // What was answered meanwhile is due no more.
  await engineDb()
    .update(approvals)
    .set(next)
    .where(and(eq(approvals.operationId, operationId), isNotNull(approvals.dueAt)))
}

/** One that is due; nobody else posts it for a minute. */
const claim = () =>
  engineDb().transaction(async (tx) => {
    const [due] = await tx
      .select()
      .from(approvals)
      .innerJoin(operations, eq(operations.operationId, approvals.operationId))
      .where(and(lte(approvals.dueAt, sql`now()`), eq(operations.state, 'waits-for-approval')))
      .orderBy(approvals.dueAt)
      .limit(1)
      .for('update', { of: approvals, skipLocked: true })
    if (!due) return undefined
    const isIt = eq(approvals.operationId, due.approval.operationId)
    await tx.update(approvals).set({ dueAt: claimedUntil }).where(isIt)
    return due
  })
