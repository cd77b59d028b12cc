import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'

import { withinLimits } from '@/lib/audit/filter'
import type { GroupedOperation } from '@/lib/audit/schema'
import { db } from '@/lib/db/pool'
import { auditWrites as writes, operations } from '@/lib/db/tables'
import type { Access } from '@/lib/request/access'

/** What some operations of the account have written, and what they are, by their ids. */
export async function operationsOf(
  access: Access,
  ids: readonly string[],
): Promise<Map<string, GroupedOperation>> {
  const { profile } = access
  const grouped = new Map<string, GroupedOperation>()
  if (ids.length === 0) return grouped
  const wanted = [...ids]
  const { operationId, at, person, resourceId, outcome } = writes
  const calls = await db()
    .select({ operationId, at, person, resourceId, outcome })
    .from(writes)
    .where(and(eq(writes.actor, profile), withinLimits(access), inArray(operationId, wanted)))
    .orderBy(asc(writes.id))
  const known = await db()
    .select({
      operationId: operations.operationId,
      kind: operations.kind,
      subject: operations.subject,
      state: operations.state,
      place: operations.place,
    })
    .from(operations)
    .where(and(eq(operations.profile, profile), inArray(operations.operationId, wanted)))
  for (const id of wanted) {
    const own = calls.filter((call) => call.operationId === id)
    const [first] = own
    const last = own.at(-1)
    if (!first || !last) continue
    grouped.set(id, {
      ...known.find((operation) => operation.operationId === id),
      operationId: id,
      calls: own.length,
      from: first.at.toISOString(),
      to: last.at.toISOString(),
      outcomes: countsOf(own.flatMap((call) => call.outcome ?? [])),
      people: [...new Set(own.flatMap((call) => call.person ?? []))],
      objects: [...new Set(own.flatMap((call) => call.resourceId ?? []))],
    })
  }
  return grouped
}

function countsOf<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
