import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'

import { withDatabase } from '@/lib/db/available'
import { people } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'

/** More than anybody wants to ask. */
const MOST = 3

/** Whom to ask for what one may not do. @throws DatabaseError `DatabaseUnavailable` */
export const administratorNames = (): Promise<string[]> =>
  withDatabase(async () => {
    const rows = await db()
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.role, 'administrator'), isNull(people.disabledAt)))
      .orderBy(asc(people.createdAt))
      .limit(MOST)
    return rows.map(({ name }) => name)
  })
