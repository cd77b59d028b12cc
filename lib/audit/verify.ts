import 'server-only'
import { asc, gt } from 'drizzle-orm'

import { auditHash } from '@/lib/audit/append'
import { keptBegin } from '@/lib/audit/begin'
import { keptEnd } from '@/lib/audit/end'
import type { AuditChain } from '@/lib/audit/schema'
import { withDatabase } from '@/lib/db/available'
import { db, type Transaction } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'

const AT_ONCE = 5000

/**
 * Computes the hash of every line anew, oldest first, and stops at the first one that is not as it was
 * written, or whose predecessor is not. Lines that were old and removed are told by a signed note. Lines cut off at the end leave no trace in the rest: the end that is kept
 * beside the database tells. @throws DatabaseError `DatabaseUnavailable`
 */
export async function verifyAudit(): Promise<AuditChain> {
  // Read first: what is written meanwhile may come after it, never before.
  const kept = keptEnd()
  const verify = async (tx: Transaction): Promise<AuditChain> => {
    // Of one moment: lines may be removed meanwhile.
    const begin = await keptBegin(tx)
    const began = typeof begin === 'object' ? begin : undefined
    const beginsAfter = began && {
      beginsAfter: { lines: began.lines, until: began.writtenAt.toISOString() },
    }
    // What was kept before that went with the lines that were old.
    let isEndThere = typeof kept !== 'object' || kept.id <= (began?.lineId ?? 0)
    let lines = 0
    let last = 0
    let previous = began?.hash ?? ''
    for (;;) {
      const rows = await tx
        .select()
        .from(auditEntries)
        .where(gt(auditEntries.id, last))
        .orderBy(asc(auditEntries.id))
        .limit(AT_ONCE)
      for (const { id, hash, at, ...facts } of rows) {
        if (auditHash(previous, { ...facts, at: at.toISOString() }) !== hash)
          return { lines, brokenAt: id, ...(begin === 'forged' && { isBeginForged: true }) }
        if (typeof kept === 'object' && id === kept.id) isEndThere = hash === kept.hash
        lines += 1
        last = id
        previous = hash
      }
      if (rows.length === AT_ONCE) continue
      if (kept === 'forged') return { lines, isEndForged: true, ...beginsAfter }
      if (typeof kept === 'object' && !isEndThere) return { lines, cutFrom: last, keptId: kept.id }
      return { lines, ...beginsAfter }
    }
  }
  return await withDatabase(() =>
    db().transaction(verify, { isolationLevel: 'repeatable read', accessMode: 'read only' }),
  )
}
