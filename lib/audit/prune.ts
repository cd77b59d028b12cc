import 'server-only'
import { sql } from 'drizzle-orm'

import { appendAudit } from '@/lib/audit/append'
import { keptBegin, signBegin } from '@/lib/audit/begin'
import { keepEnd } from '@/lib/audit/end'
import { engineDb } from '@/lib/db/pool'
import { auditBegins } from '@/lib/db/tables'
import { env } from '@/lib/process/env'

/**
 * Removes the lines that are older than `AUDIT_DAYS`; without it every line stays. The database itself refuses to remove
 * one of the last 90 days, and keeps the last line whatever its age. Where the chain begins from then on is signed in the
 * same commit, and the removal is a line of its own. What another console signed stays as it is.
 */
export async function pruneAudit(days: number | undefined = env.AUDIT_DAYS): Promise<void> {
  if (days === undefined) return
  // The end that was kept must not be among what goes.
  await keepEnd()
  while (await pruneSome(days));
}

const pruneSome = (days: number): Promise<boolean> =>
  engineDb().transaction(async (tx) => {
    const before = await keptBegin(tx)
    if (before === 'forged') return false
    const { rows } = await tx.execute<Record<'line_id' | 'hash' | 'written_at' | 'lines', string>>(
      sql`select * from prune_audit(${days})`,
    )
    const [cut] = rows
    if (!cut) return false
    const removed = Number(cut.lines)
    const begin = {
      lineId: Number(cut.line_id),
      hash: cut.hash,
      writtenAt: new Date(cut.written_at),
      lines: removed + (before === 'none' ? 0 : before.lines),
    }
    await tx.insert(auditBegins).values({ ...begin, signature: signBegin(begin) })
    await appendAudit(tx, {
      actor: '',
      phase: 'intent',
      action: 'console:prune-audit',
      regionId: '',
      changes: [{ what: 'lines', from: String(removed), to: '' }],
      outcome: 'accepted',
    })
    return true
  })
