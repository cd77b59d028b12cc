import type { AuditEntry } from '@/lib/audit/schema'

/** A write as one line: what was about to be sent, and what came of it. */
export interface AuditedWrite extends AuditEntry {
  /** When its fate was known; ISO 8601, UTC. */
  answeredAt?: string
}

/** Folds results into their intents, keeping the order. A later result of the same write wins. */
export function toWrites(newestFirst: readonly AuditEntry[]): AuditedWrite[] {
  const results = new Map<number, AuditEntry>()
  for (const entry of newestFirst)
    if (entry.intentId !== undefined && !results.has(entry.intentId))
      results.set(entry.intentId, entry)
  const intents = new Set(newestFirst.filter(({ phase }) => phase === 'intent').map(({ id }) => id))
  return newestFirst
    .filter(({ intentId }) => intentId === undefined || !intents.has(intentId))
    .map((entry) => {
      const result = results.get(entry.id)
      if (!result) return entry
      const { id, at, phase } = entry
      return { ...entry, ...result, id, at, phase, answeredAt: result.at }
    })
}
