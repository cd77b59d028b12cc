import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'

import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { operations } from '@/lib/db/tables'
import type { OperationKind } from '@/lib/operations/schema'

/** The newest operation of a kind on an attachment that began within the last day, with what it was asked for. */
export const lastOperation = (kind: OperationKind, transitRouterAttachmentId: string) =>
  withDatabase(async () => {
    const { operationId, state, input, startedAt, place } = operations
    const [last] = await db()
      .select({ operationId, state, input })
      .from(operations)
      .where(
        and(
          eq(operations.kind, kind),
          sql`${startedAt} > now() - interval '1 day'`,
          sql`${place} ->> 'transitRouterAttachmentId' = ${transitRouterAttachmentId}`,
        ),
      )
      .orderBy(desc(startedAt))
      .limit(1)
    return last
  })
