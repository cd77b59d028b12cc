import 'server-only'
import { asc, gt } from 'drizzle-orm'

import { auditHash } from '@/lib/audit/append'
import { keptEnd } from '@/lib/audit/end'
import type { AuditChain } from '@/lib/audit/schema'
import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'

const AT_ONCE = 5000

/**
 * Computes the hash of every line anew, oldest first, and stops at the first one that is not as it was
 * written, or whose predecessor is not. Lines cut off at the end leave no trace in the rest: the end that is kept
 * beside the database tells. @throws DatabaseError `DatabaseUnavailable`
 */
export async function verifyAudit(): Promise<AuditChain> {
  // Read first: what is written meanwhile may come after it, never before.
  const kept = keptEnd()
  return await withDatabase(async () => {
    let isEndThere = typeof kept !== 'object'
    let lines = 0
    let last = 0
    let previous = ''
    for (;;) {
      const rows = await db()
        .select()
        .from(auditEntries)
        .where(gt(auditEntries.id, last))
        .orderBy(asc(auditEntries.id))
        .limit(AT_ONCE)
      for (const { id, hash, at, ...facts } of rows) {
        if (auditHash(previous, { ...facts, at: at.toISOString() }) !== hash)
          return { lines, brokenAt: id }
        if (typeof kept === 'object' && id === kept.id) isEndThere = hash === kept.hash
        lines += 1
        last = id
        previous = hash
      }
      if (rows.length === AT_ONCE) continue
      if (kept === 'forged') return { lines, isEndForged: true }
      if (typeof kept === 'object' && !isEndThere) return { lines, cutFrom: last, keptId: kept.id }
      return { lines }
    }
  })
}
