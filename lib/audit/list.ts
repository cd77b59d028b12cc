import 'server-only'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'

import {
  type AuditFilter,
  actorsSeenBy,
  inOrder,
  isFoundBefore,
  isSought,
  lookedAt,
  matches,
  withinLimits,
} from '@/lib/audit/filter'
import { type auditParams, type groupParams, LOOKED_AT, MOST_GROUPS } from '@/lib/audit/params'
import type { AuditChoices, AuditedWrite, AuditPage, AuditWrites } from '@/lib/audit/schema'
import { operationsOf } from '@/lib/audit/their-operations'
import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { auditEntries, auditWrites as writes } from '@/lib/db/tables'
import type { Access } from '@/lib/request/access'

// A type: the driver asks for an index signature, which an interface has not.
type Place = { id: string; at: Date }

const rowsOf = async <Row extends Record<string, unknown>>(query: SQL) =>
  (await db().execute<Row>(query)).rows

const markOf = ({ id, at }: Place) => `${new Date(at).toISOString()} ${id}`

const where = (condition: SQL | undefined) => (condition ? sql`where ${condition}` : sql``)

/** The last write that a reading looks at, when there may be others behind it. */
async function lastLookedAt(access: Access, filter: AuditFilter): Promise<Place | undefined> {
  const [last] = await rowsOf<Place>(
    sql`select id, at from ${lookedAt(access, filter)} ${inOrder(filter, 'audit_write')} offset ${LOOKED_AT - 1}`,
  )
  return last
}

/** The account's writes that match, each with what came of it. @throws DatabaseError `DatabaseUnavailable` */
export const listWrites = (
  access: Access,
  { size, ...filter }: z.output<typeof auditParams>,
): Promise<AuditWrites> =>
  withDatabase(async () => {
    const found = await rowsOf<Place>(sql`
      select id, at from ${lookedAt(access, filter)} ${where(matches(filter))}
      ${inOrder(filter, 'audit_write')} limit ${size}`)
    const stopped = found.length === size ? found.at(-1) : await lastLookedAt(access, filter)
    return {
      writes: await readWrites(found.map(({ id }) => Number(id))),
      ...(stopped && { next: markOf(stopped) }),
    }
  })

/** One page of the account's writes that match, the calls of an operation as one. @throws DatabaseError `DatabaseUnavailable` */
export const listGroups = (
  access: Access,
  { page, size, ...filter }: z.output<typeof groupParams>,
): Promise<AuditPage> =>
  withDatabase(async () => {
    const counted = sql`(select count(*) from groups)`
    const last = sql`greatest(0, (least(${counted}, ${MOST_GROUPS}) - 1) / ${size})`
    const found = await rowsOf<Place & { total: string }>(sql`
      with groups as materialized (
        select id, at from (
          select id, at, operation_id from ${lookedAt(access, filter)} ${where(matches(filter))}
          ${inOrder(filter, 'audit_write')}) as found
        where found.operation_id is null or not ${isFoundBefore(access, filter, 'found')}
        ${inOrder(filter, 'found')} limit ${MOST_GROUPS + 1})
      select id, at, ${counted} as total from groups
      ${inOrder(filter, 'groups')} limit ${size} offset least(${page}, ${last}) * ${size}`)
    const total = Number(found[0]?.total ?? 0)
    const first = await readWrites(found.map(({ id }) => Number(id)))
    const operations = await operationsOf(
      access,
      first.flatMap(({ operationId }) => operationId ?? []),
    )
    const isMore = total > MOST_GROUPS
    const stopped = !isMore && isSought(filter) ? await lastLookedAt(access, filter) : undefined
    return {
      groups: first.map((write) => {
        const operation = write.operationId && operations.get(write.operationId)
        return { write, ...(operation && { operation }) }
      }),
      total: Math.min(total, MOST_GROUPS),
      isMore,
      ...(stopped && {
        lookedTo: { at: new Date(stopped.at).toISOString(), next: markOf(stopped) },
      }),
    }
  })

/** The values that occur among the account's writes, each found by a step along an index. @throws DatabaseError `DatabaseUnavailable` */
export const listChoices = (access: Access): Promise<AuditChoices> =>
  withDatabase(async () => {
    const choices: AuditChoices = { actor: [], person: [], action: [] }
    for (const actor of actorsSeenBy(access)) {
      const actions = await distinct(access, actor, 'action')
      if (actions.length > 0 && actor !== '') choices.actor.push(actor)
      choices.action.push(...actions)
      choices.person.push(...(await distinct(access, actor, 'person')))
    }
    return {
      actor: choices.actor,
      person: [...new Set(choices.person)].toSorted(),
      action: [...new Set(choices.action)].toSorted(),
    }
  })

async function distinct(
  access: Access,
  actor: string,
  name: 'action' | 'person',
): Promise<string[]> {
  const column = sql.identifier(name)
  const limits = withinLimits(access, auditEntries)
  const within = limits ? sql`and ${limits}` : sql``
  const rows = await rowsOf<{ value: string }>(sql`
    with recursive step as (
      (select ${column} as value from audit where actor = ${actor} and ${column} is not null ${within}
        order by ${column} limit 1)
      union all
      select (select ${column} from audit where actor = ${actor} and ${column} > step.value ${within}
        order by ${column} limit 1)
      from step where step.value is not null)
    select value from step where value is not null`)
  return rows.map(({ value }) => value)
}

/** These writes, in this order. */
async function readWrites(ids: readonly number[]): Promise<AuditedWrite[]> {
  if (ids.length === 0) return []
  const rows = await db()
    .select()
    .from(writes)
    .where(inArray(writes.id, [...ids]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toWrite(row)] : []
  })
}

/** A write without its empty fields, which JSON would send as null. */
function toWrite({ at, answeredAt, ...row }: typeof writes.$inferSelect): AuditedWrite {
  const facts = Object.entries(row).filter(([, value]) => value !== null)
  return {
    // The columns are the fields of a write, and those that may be null are optional there.
    ...(Object.fromEntries(facts) as unknown as Omit<AuditedWrite, 'at'>),
    at: at.toISOString(),
    ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
  }
}
