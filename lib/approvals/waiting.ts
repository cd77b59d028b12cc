import 'server-only'
import { and, eq, sql } from 'drizzle-orm'

import { appendAudit, auditedAs } from '@/lib/audit/append'
import { withDatabase } from '@/lib/db/available'
import { db, type Transaction } from '@/lib/db/pool'
import { approvals, operations, operationSecrets } from '@/lib/db/tables'
import { OperationError } from '@/lib/failure/errors'
import { type OperationRow, seenBy } from '@/lib/operations/engine/database'
import type { ApprovalEvent, OperationState } from '@/lib/operations/schema'
import type { Access } from '@/lib/people/access'

export interface Waiting {
  operation: OperationRow
  approval: typeof approvals.$inferSelect
}

/**
 * Works on what waits for a second person, under the lock of its row.
 * @throws OperationError `OperationNotFound`, `RequestOver` when it does not wait any more, `RequestBusy` while it is being approved
 */
export const onWaiting = <T>(
  access: Access,
  operationId: string,
  work: (tx: Transaction, waiting: Waiting) => Promise<T>,
): Promise<T> =>
  withDatabase(() =>
    db().transaction(async (tx) => {
      const [found] = await tx
        .select({
          operation: operations,
          approval: approvals,
          isOver: sql<boolean>`${approvals.expiresAt} <= now()`,
          isClaimed: sql<boolean>`coalesce(${approvals.claimedUntil} > now(), false)`,
        })
        .from(operations)
        .innerJoin(approvals, eq(approvals.operationId, operations.operationId))
        .where(and(eq(operations.operationId, operationId), seenBy(access)))
        .for('update')
      if (!found) throw new OperationError('OperationNotFound')
      const { operation, approval, isOver, isClaimed } = found
      if (operation.state !== 'waits-for-approval' || isOver)
        throw new OperationError('RequestOver')
      if (isClaimed) throw new OperationError('RequestBusy')
      return await work(tx, { operation, approval })
    }),
  )

/** Adds a line to what happened with a request, and to the audit. */
export async function tell(
  tx: Transaction,
  { operation: { operationId, place }, approval }: Waiting,
  { access, what, text, code }: Telling,
): Promise<void> {
  const by = access.person?.email ?? ''
  const event = { what, by, at: new Date().toISOString(), ...(text && { text }) }
  await tx
    .update(approvals)
    .set({ history: [...approval.history, event] })
    .where(eq(approvals.operationId, operationId))
  await appendAudit(tx, {
    ...auditedAs(access),
    phase: 'intent',
    action: ACTIONS[what],
    regionId: place.regionId,
    ...(place.cenId && { cenId: place.cenId }),
    ...(text && { reason: text }),
    changes: [],
    operationId,
    outcome: code ? 'refused' : 'accepted',
    ...(code && { code }),
  })
}

interface Telling {
  access: Access
  what: Exclude<ApprovalEvent['what'], 'asked'>
  text?: string | undefined
  /** Why it does not count. */
  code?: string
}

const ACTIONS = {
  remark: 'console:comment',
  'not-counted': 'console:approve',
  approved: 'console:approve',
  rejected: 'console:reject',
  withdrawn: 'console:withdraw-request',
  expired: 'console:expire-request',
} as const satisfies Record<Telling['what'], string>

/** Ends what waited: nothing of it is sent, and nothing secret of it is kept. */
export async function end(
  tx: Transaction,
  { operation: { operationId } }: Waiting,
  state: OperationState,
): Promise<void> {
  await tx
    .update(operations)
    .set({ state, finishedAt: sql`now()` })
    .where(eq(operations.operationId, operationId))
  await tx.update(approvals).set(OVER).where(eq(approvals.operationId, operationId))
  await tx.delete(operationSecrets).where(eq(operationSecrets.operationId, operationId))
}

/** What nobody can approve any more needs nothing to be sent with, and is told to nobody. */
export const OVER = { sealed: null, claimedUntil: null, dueAt: null }
