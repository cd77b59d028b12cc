import 'server-only'
import { sql } from 'drizzle-orm'

import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import type { Access } from '@/lib/request/access'

/** Parameters and paths of the form by which an object is named. */
const NAMING = [
  'Name',
  'name',
  'TransitRouterName',
  'TransitRouterAttachmentName',
  'transitRouterAttachmentName',
  'TransitRouterRouteTableName',
]

/** The last name that the account's audit tells of each object: of one that is gone nothing else does. @throws DatabaseError */
export const formerNames = (
  { profile }: Access,
  ids: readonly string[],
): Promise<Map<string, string>> =>
  withDatabase(async () => {
    const list = (texts: readonly string[]) =>
      sql`array[${sql.join(
        texts.map((text) => sql`${text}`),
        sql`, `,
      )}]::text[]`
    if (ids.length === 0) return new Map()
    const { rows } = await db().execute<{ id: string; name: string }>(sql`
      select wanted.id, told.name
      from unnest(${list(ids)}) as wanted(id)
      cross join lateral (
        select coalesce(nullif(change->>'to', ''), change->>'from') as name
        from audit as line
        join audit as intent on intent.id = coalesce(line.intent_id, line.id)
        cross join lateral jsonb_array_elements(intent.changes) as change
        where line.resource_id = wanted.id and line.actor = ${profile}
          and line.outcome in ('accepted', 'adopted')
          and change->>'what' = any(${list(NAMING)})
        order by line.id desc limit 1) as told
      where told.name <> ''`)
    return new Map(rows.map(({ id, name }) => [id, name]))
  })
