import 'server-only'
import { and, eq, exists, inArray, ne, notInArray, or, sql } from 'drizzle-orm'

import type { Transaction } from '@/lib/db/pool'
import { operations, operationSteps } from '@/lib/db/tables'
import { OperationError } from '@/lib/failure/errors'
import { FINAL_STATES } from '@/lib/operations/schema'

const BEGIN_LOCK = 20_170_915

/**
 * Lets one operation at a time work on what these ids name, from its beginning until it is final; one that waits
 * for a decision still has it, because it may go on, and so does one that made it.
 * @throws OperationError `OperationUnderway`
 */
export async function refuseWhenUnderway(
  tx: Transaction,
  { operationId, profile }: Pick<typeof operations.$inferSelect, 'operationId' | 'profile'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  // Until the end of the transaction nobody else begins, so of two at once the second sees the first.
  await tx.execute(sql`select pg_advisory_xact_lock(${BEGIN_LOCK})`)
  const made = tx
    .select()
    .from(operationSteps)
    .where(
      and(
        eq(operationSteps.operationId, operations.operationId),
        inArray(sql`${operationSteps.record} ->> 'resourceId'`, ids),
      ),
    )
  const [other] = await tx
    .select({ operationId: operations.operationId, profile: operations.profile })
    .from(operations)
    .where(
      and(
        ne(operations.operationId, operationId),
        notInArray(operations.state, ['waits-for-approval', ...FINAL_STATES]),
        or(
          // A place holds ids and lists of ids.
          sql`exists (select from jsonb_path_query(${operations.place}, '$.*[*]') as held where ${inArray(sql`held #>> '{}'`, ids)})`,
          exists(made),
        ),
      ),
    )
    .limit(1)
  // Another account's stands in the way too, but is nobody else's to see.
  if (other)
    throw new OperationError(
      'OperationUnderway',
      other.profile === profile ? other.operationId : undefined,
    )
}
