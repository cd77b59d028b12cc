import 'server-only'
import { eq, lte, sql } from 'drizzle-orm'

import { engineDb } from '@/lib/db/pool'
import { historyChanges } from '@/lib/db/tables'
import { env } from '@/lib/process/env'
import { nextTry, post } from '@/lib/webhook/post'

/**
 * Posts the changes that are due, each as a JSON object, oldest first. What was not taken is tried again
 * for a day.
 */
export async function postDue(): Promise<void> {
  if (!env.ALERT_WEBHOOK) return
  for (;;) {
    const left = await engineDb().transaction(async (tx) => {
      // Whoever posts it holds it: another process skips it.
      const [change] = await tx
        .select()
        .from(historyChanges)
        .where(lte(historyChanges.dueAt, sql`now()`))
        .orderBy(historyChanges.id)
        .limit(1)
        .for('update', { skipLocked: true })
      if (!change) return false
      const isTaken = await post(bodyOf(change))
      await tx
        .update(historyChanges)
        .set(nextTry(change, isTaken))
        .where(eq(historyChanges.id, change.id))
      return isTaken
    })
    if (!left) return
  }
}

/** What is told of a change. Settings hold no key. */
const bodyOf = (change: typeof historyChanges.$inferSelect): string => {
  const { id, profile, regionId, vpnConnectionId, name, what, from, to, cause, at } = change
  const facts = { id, profile, regionId, vpnConnectionId, name, what, from, to, at }
  return JSON.stringify(cause ? { ...facts, cause } : facts)
}
