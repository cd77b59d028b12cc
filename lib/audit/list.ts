import 'server-only'
import { and, desc, eq, gte, ilike, lt, or } from 'drizzle-orm'

import { type AuditParams, MOST_LINES } from '@/lib/audit/queries'
import type { AuditEntry } from '@/lib/audit/schema'
import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'

/** The newest matching lines. @throws CloudError `DatabaseUnavailable` */
export const listAudit = ({ operationId, text, from, until }: AuditParams): Promise<AuditEntry[]> =>
  withDatabase(async () => {
    const like = text && `%${text.replace(/[\\%_]/g, '\\$&')}%`
    const rows = await db()
      .select()
      .from(auditEntries)
      .where(
        and(
          operationId ? eq(auditEntries.operationId, operationId) : undefined,
          from ? gte(auditEntries.at, new Date(from)) : undefined,
          until ? lt(auditEntries.at, new Date(until)) : undefined,
          like
            ? or(
                ilike(auditEntries.action, like),
                ilike(auditEntries.resourceId, like),
                ilike(auditEntries.requestId, like),
              )
            : undefined,
        ),
      )
      .orderBy(desc(auditEntries.id))
      .limit(MOST_LINES)
    return rows.map(toEntry)
  })

/** A line without its empty fields, which JSON would send as null. */
function toEntry({ at, ...row }: typeof auditEntries.$inferSelect): AuditEntry {
  const facts = Object.entries(row).filter(([name, value]) => name !== 'hash' && value !== null)
  // The columns are the fields of an entry, and those that may be null are optional there.
  return { ...Object.fromEntries(facts), at: at.toISOString() } as unknown as AuditEntry
}
