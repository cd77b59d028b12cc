import 'server-only'
import { and, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'

import { type AuditColumn, auditColumns, type auditParams, LOOKED_AT } from '@/lib/audit/params'
import { type auditEntries, auditWrites as writes, operations } from '@/lib/db/tables'
import { allows } from '@/lib/people/permissions'
import type { Access } from '@/lib/request/access'

export type AuditFilter = Omit<z.output<typeof auditParams>, 'size' | 'purpose'>

/** The operation that a write belongs to, as the reader knows it: what kind, of what. */
const itsOperation = sql`coalesce((
  select ${operations.kind} || E'\n' || ${operations.subject} from ${operations}
  where ${operations.operationId} = ${writes.operationId}), '')`

/** The texts of a write, as its columns show them. */
const columns: Record<AuditColumn, SQL> = {
  time: sql`to_char(${writes.at} at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.MS')`,
  actor: sql`${writes.actor}`,
  person: sql`coalesce(${writes.person}, '')`,
  role: sql`coalesce(${writes.role}, '')`,
  address: sql`coalesce(${writes.address}, '')`,
  session: sql`coalesce(${writes.token}, ${writes.sessionId}, '')`,
  approver: sql`coalesce(${writes.approver}, '')`,
  reason: sql`coalesce(${writes.reason}, '')`,
  action: sql`${writes.action} || E'\n' || ${itsOperation}`,
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

/** All texts of a write as one, put together once for all words that are sought in it. */
const withText = (source: SQL, { words = [] }: AuditFilter): SQL => {
  if (words.length === 0) return source
  const whole = sql.join(Object.values(columns), sql` || E'\n' || `)
  // Without the offset PostgreSQL would put it together anew for each word.
  return sql`${source} cross join lateral (select ${whole} as whole offset 0) as texts`
}

const holdsOne = (text: SQL, parts: readonly string[]) =>
  or(...parts.map((part) => sql`${text} ilike ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`))

const isColumn = (name: string): name is AuditColumn => auditColumns.some((known) => known === name)

function inColumn([first = '', ...others]: readonly string[]): SQL | undefined {
  const [name = '', text = ''] = first.split(/:(.*)/s)
  return isColumn(name) ? holdsOne(columns[name], [text, ...others]) : undefined
}

/**
 * Whose writes are seen. What belongs to an account is seen by those who see the account; what belongs to none, such
 * as a sign-in, by those who see the people.
 */
export const actorsSeenBy = ({ profile, person }: Access): string[] => [
  profile,
  ...(person && allows(person.role, 'people.read') ? [''] : []),
]

/** Of an account only what lies within the limits of who asks is told; of a CEN instance not theirs, what they did themselves. */
export function withinLimits(
  { person }: Access,
  { regionId, cenId, person: by }: typeof writes | typeof auditEntries = writes,
): SQL | undefined {
  const { cenIds, regionIds } = person?.limits ?? {}
  return and(
    // A CEN instance itself lies in no region.
    regionIds && inArray(regionId, ['', ...regionIds]),
    cenIds && or(inArray(cenId, [...cenIds]), eq(by, person?.email ?? '')),
  )
}

/** Whether somebody asked for more than an account, an operation and a time. */
export const isSought = ({
  actor,
  person,
  action,
  outcome,
  words = [],
  properties = [],
}: AuditFilter) =>
  [actor, person, action, outcome, ...words, ...properties].some((each) => each !== undefined)

/** What a write must be like, beside being in the place where one looks. */
export const matches = (filter: AuditFilter): SQL | undefined =>
  and(
    filter.actor ? eq(writes.actor, filter.actor) : undefined,
    filter.person ? eq(writes.person, filter.person) : undefined,
    filter.action ? eq(writes.action, filter.action) : undefined,
    filter.outcome ? eq(writes.outcome, filter.outcome) : undefined,
    ...(filter.words ?? []).map((word) => holdsOne(sql`texts.whole`, word)),
    ...(filter.properties ?? []).map(inColumn),
  )

/** Where one looks: whose writes, when, of which operation, after which. */
const place = ({ operationId, from, until, after, order }: AuditFilter): SQL | undefined => {
  const [at, id] = after?.split(' ') ?? []
  const beyond = order === 'asc' ? sql`>` : sql`<`
  return and(
    operationId ? eq(writes.operationId, operationId) : undefined,
    from ? gte(writes.at, new Date(from)) : undefined,
    until ? lt(writes.at, new Date(until)) : undefined,
    at && id
      ? sql`(${writes.at}, ${writes.id}) ${beyond} (${at}::timestamptz, ${Number(id)}::bigint)`
      : undefined,
  )
}

/** In the order of a reading. */
export const inOrder = ({ order }: AuditFilter, of: string): SQL =>
  sql.raw(`order by ${of}.at ${order}, ${of}.id ${order}`)

/** The writes that a reading looks at, as a relation with the name of the view; each account's come from an index. */
export const lookedAt = (access: Access, filter: AuditFilter): SQL => {
  const parts = actorsSeenBy(access).map(
    (actor) => sql`(
      select * from ${writes} where ${and(eq(writes.actor, actor), withinLimits(access), place(filter))}
      ${inOrder(filter, 'audit_write')} limit ${LOOKED_AT})`,
  )
  const all = sql`(
    select * from (${sql.join(parts, sql` union all `)}) as looked
    ${inOrder(filter, 'looked')} limit ${LOOKED_AT}) as audit_write`
  return withText(all, filter)
}

/** Whether a write of the same operation, nearer to the beginning of the reading, is found too. */
export const isFoundBefore = (access: Access, filter: AuditFilter, found: string): SQL => {
  const nearer = filter.order === 'asc' ? '<' : '>'
  // Without anything to seek, what the answers said need not be read.
  const from = isSought(filter) ? withText(sql`${writes}`, filter) : sql`audit as audit_write`
  const isOwn = sql`${writes.actor} in (${sql.join(
    actorsSeenBy(access).map((actor) => sql`${actor}`),
    sql`, `,
  )})`
  return sql`exists (
    select 1 from ${from}
    where ${writes.operationId} = ${sql.raw(`${found}.operation_id`)}
      and (audit_write.at, audit_write.id) ${sql.raw(`${nearer} (${found}.at, ${found}.id)`)}
      ${isSought(filter) ? sql`` : sql`and audit_write.intent_id is null`}
      and ${and(isOwn, withinLimits(access), place(filter), matches(filter))})`
}
