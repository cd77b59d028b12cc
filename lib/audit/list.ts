import 'server-only'
import { and, asc, count, desc, eq, gte, inArray, type SQL, lt, lte, or, sql } from 'drizzle-orm'
import type { z } from 'zod'

import { type AuditColumn, auditColumns, type auditParams } from '@/lib/audit/params'
import type { AuditChoices, AuditedWrite, AuditPage } from '@/lib/audit/schema'
import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { auditEntries, auditWrites as writes } from '@/lib/db/tables'
import { allows } from '@/lib/people/permissions'
import type { Access } from '@/lib/request/access'

/** The texts of a write, as its columns show them. */
const columns: Record<AuditColumn, SQL> = {
  time: sql`to_char(${writes.at} at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.MS')`,
  actor: sql`${writes.actor}`,
  person: sql`coalesce(${writes.person}, '')`,
  role: sql`coalesce(${writes.role}, '')`,
  address: sql`coalesce(${writes.address}, '')`,
  session: sql`coalesce(${writes.token}, ${writes.sessionId}, '')`,
  action: sql`${writes.action}`,
  region: sql`${writes.regionId}`,
  resource: sql`coalesce(${writes.resourceId}, '')`,
  changes: sql`${writes.changes}::text`,
  outcome: sql`coalesce(${writes.outcome}, '')`,
  requestId: sql`coalesce(${writes.requestId}, '')`,
  operation: sql`coalesce(${writes.operationId}, '')`,
  code: sql`coalesce(${writes.code}, '')`,
  step: sql`coalesce(${writes.step}, '')`,
  attempt: sql`coalesce(${writes.attempt}::text, '')`,
  answered: sql`coalesce(to_char(${writes.answeredAt} at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.MS'), '')`,
}

const wholeRow = sql.join(Object.values(columns), sql` || E'\n' || `)

const holds = (text: SQL, part: string) =>
  sql`${text} ilike ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`

const isColumn = (name: string): name is AuditColumn => auditColumns.some((known) => known === name)

function inColumn(property: string): SQL | undefined {
  const [name = '', text = ''] = property.split(/:(.*)/s)
  return isColumn(name) ? holds(columns[name], text) : undefined
}

/**
 * What belongs to an account is seen by those who see the account and within their limits, of a CEN instance not told
 * by their own; what belongs to none, such as a sign-in, by those who see the people.
 */
function mayBeSeen({ profile, person }: Access, lines: typeof writes | typeof auditEntries) {
  const { cenIds, regionIds } = person?.limits ?? {}
  const { actor, regionId, cenId } = lines
  return and(
    inArray(actor, [profile, ...(person && allows(person.role, 'people.read') ? [''] : [])]),
    // A CEN instance itself lies in no region.
    regionIds && inArray(regionId, ['', ...regionIds]),
    cenIds && or(inArray(cenId, [...cenIds]), eq(lines.person, person?.email ?? '')),
  )
}

/** One page of the account's writes that match, each with what came of it. @throws DatabaseError `DatabaseUnavailable` */
export const listWrites = (
  access: Access,
  params: z.output<typeof auditParams>,
): Promise<AuditPage> =>
  withDatabase(async () => {
    const { operationId, actor, person, action, outcome, from, until, newest, sort, order, size } =
      params
    const matches = and(
      mayBeSeen(access, writes),
      operationId ? eq(writes.operationId, operationId) : undefined,
      actor ? eq(writes.actor, actor) : undefined,
      person ? eq(writes.person, person) : undefined,
      action ? eq(writes.action, action) : undefined,
      outcome ? eq(writes.outcome, outcome) : undefined,
      from ? gte(writes.at, new Date(from)) : undefined,
      until ? lt(writes.at, new Date(until)) : undefined,
      newest === undefined ? undefined : lte(writes.id, newest),
      ...(params.words ?? []).map((word) => holds(wholeRow, word)),
      ...(params.properties ?? []).map(inColumn),
    )
    const [found] = await db().select({ total: count() }).from(writes).where(matches)
    const total = found?.total ?? 0
    const page = Math.min(params.page, Math.max(0, Math.ceil(total / size) - 1))
    const ordered = order === 'asc' ? asc : desc
    const rows = await db()
      .select()
      .from(writes)
      .where(matches)
      .orderBy(
        ...(sort === 'time' ? [] : [ordered(columns[sort])]),
        sort === 'time' ? ordered(writes.id) : desc(writes.id),
      )
      .limit(size)
      .offset(page * size)
    return { writes: rows.map(toWrite), total }
  })

/** The actions that occur among the account's writes. @throws DatabaseError `DatabaseUnavailable` */
export const listChoices = (access: Access): Promise<AuditChoices> =>
  withDatabase(async () => {
    const { actor, person, action } = auditEntries
    const isOwn = mayBeSeen(access, auditEntries)
    const actors = await db().selectDistinct({ actor }).from(auditEntries).where(isOwn)
    const people = await db()
      .selectDistinct({ person })
      .from(auditEntries)
      .where(isOwn)
      .orderBy(person)
    const actions = await db()
      .selectDistinct({ action })
      .from(auditEntries)
      .where(isOwn)
      .orderBy(action)
    return {
      actor: actors.map((row) => row.actor).filter(Boolean),
      person: people.flatMap((row) => row.person ?? []),
      action: actions.map((row) => row.action),
    }
  })

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
