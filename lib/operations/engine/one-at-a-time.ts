import 'server-only'
import { and, eq, exists, inArray, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'

import type { Transaction } from '@/lib/db/pool'
import { operations, operationSteps } from '@/lib/db/tables'
import { OperationError } from '@/lib/failure/errors'
import { FINAL_STATES, type Place } from '@/lib/operations/schema'

const BEGIN_LOCK = 20_170_915

/**
 * Lets one operation at a time work on an attachment or a connection, from its beginning until it is final;
 * one that waits for a decision still has it, because it may go on. @throws OperationError `OperationUnderway`
 */
export async function refuseWhenUnderway(
  tx: Transaction,
  { operationId, place }: { operationId: string; place: Place },
): Promise<void> {
  const ids = [place.transitRouterAttachmentId, place.vpnConnectionId].filter(
    (id) => id !== undefined,
  )
  if (ids.length === 0) return
  // Until the end of the transaction nobody else begins, so of two at once the second sees the first.
  await tx.execute(sql`select pg_advisory_xact_lock(${BEGIN_LOCK})`)
  const isOneOf = (id: SQL) => inArray(id, ids)
  const made = tx
    .select()
    .from(operationSteps)
    .where(
      and(
        eq(operationSteps.operationId, operations.operationId),
        isOneOf(sql`${operationSteps.record} ->> 'resourceId'`),
      ),
    )
  const [other] = await tx
    .select({ operationId: operations.operationId })
    .from(operations)
    .where(
      and(
        ne(operations.operationId, operationId),
        notInArray(operations.state, [...FINAL_STATES]),
        or(
          isOneOf(sql`${operations.place} ->> 'transitRouterAttachmentId'`),
          isOneOf(sql`${operations.place} ->> 'vpnConnectionId'`),
          exists(made),
        ),
      ),
    )
    .limit(1)
  if (other) throw new OperationError('OperationUnderway', other.operationId)
}
