import 'server-only'
import { createHash } from 'node:crypto'

import { sql } from 'drizzle-orm'

import { keepEndSoon } from '@/lib/audit/end'
import type { AuditEntry } from '@/lib/audit/schema'
import { withDatabase } from '@/lib/db/available'
import { db, type Transaction } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { Fault } from '@/lib/failure/errors'
import type { Change } from '@/lib/operations/schema'
import type { Access } from '@/lib/people/access'

export type NewAuditEntry = Omit<AuditEntry, 'id' | 'at'>

/** On whose behalf, who and why: what a line says of an access. */
export const auditedAs = ({
  profile,
  person,
  approver,
  reason,
}: Access): Pick<
  NewAuditEntry,
  'actor' | 'person' | 'role' | 'sessionId' | 'token' | 'address' | 'approver' | 'reason'
> => ({
  actor: profile,
  ...(person && {
    person: person.email,
    role: person.role,
    sessionId: person.sessionId,
    ...(person.token && { token: person.token }),
    address: person.address,
  }),
  ...(approver && { approver }),
  ...(reason && { reason }),
})

/** Keeps the end of the chain to this transaction and gives its hash: lines are written one after another until their commit. */
export async function lockAudit(tx: Transaction): Promise<string> {
  const last = await tx.execute<{ hash: string | null }>(sql`select lock_audit() as hash`)
  return last.rows[0]?.hash ?? ''
}

/**
 * Appends one line and gives its id. Lines are chained by hash, so a line changed later shows.
 * @param end of the chain, from `lockAudit` in the same transaction when it was asked for already.
 */
export async function appendAudit(
  tx: Transaction,
  entry: NewAuditEntry,
  end?: string,
): Promise<number> {
  const last = end ?? (await lockAudit(tx))
  const at = new Date()
  const hash = auditHash(last, { ...entry, at: at.toISOString() })
  const [row] = await tx
    .insert(auditEntries)
    .values({ ...entry, at, hash })
    .returning({ id: auditEntries.id })
  if (!row) throw new Fault('The audit gave no id.')
  keepEndSoon()
  return row.id
}

/** Appends one line in a commit of its own. @throws DatabaseError `DatabaseUnavailable`; send nothing then. */
export const recordAudit = (entry: NewAuditEntry): Promise<number> =>
  withDatabase(() => db().transaction((tx) => appendAudit(tx, entry)))

/** What a line says; what it does not say is absent, or null as the database gives it. */
type Hashed = { [Name in keyof NewAuditEntry]: NewAuditEntry[Name] | null } & {
  at: string
  changes: Change[]
}

/** The hash of a line over the hash of the line before. */
export function auditHash(previous: string, entry: Hashed): string {
  const { changes, ...facts } = entry
  const parts = [
    previous,
    Object.entries(facts)
      .filter(([, value]) => value !== undefined && value !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    changes.map(({ what, from, to }) => [what, from, to]),
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
