import 'server-only'
import { eq, lte, sql } from 'drizzle-orm'

import { engineDb } from '@/lib/db/pool'
import { historyChanges } from '@/lib/db/tables'
import { env } from '@/lib/process/env'
import { claimedUntil, nextTry, post } from '@/lib/webhook/post'

/**
 * Posts the changes that are due, each as a JSON object, oldest first. What was not taken is tried again
 * for a day.
 */
export async function postDue(): Promise<void> {
  if (!env.ALERT_WEBHOOK) return
  for (;;) {
    const change = await claim()
    if (!change) return
    const isTaken = await post(bodyOf(change))
    await engineDb()
      .update(historyChanges)
      .set(nextTry(change, isTaken))
      .where(eq(historyChanges.id, change.id))
    if (!isTaken) return
  }
}

/** The oldest that is due; nobody else posts it for a minute. */
const claim = () =>
  engineDb().transaction(async (tx) => {
    const [change] = await tx
      .select()
      .from(historyChanges)
      .where(lte(historyChanges.dueAt, sql`now()`))
      .orderBy(historyChanges.id)
      .limit(1)
      .for('update', { skipLocked: true })
    if (!change) return undefined
    const isIt = eq(historyChanges.id, change.id)
    await tx.update(historyChanges).set({ dueAt: claimedUntil }).where(isIt)
    return change
  })

/** What is told of a change. Settings hold no key. */
const bodyOf = (change: typeof historyChanges.$inferSelect): string => {
  const { id, profile, regionId, vpnConnectionId, name, what, from, to, cause, at } = change
  const facts = { id, profile, regionId, vpnConnectionId, name, what, from, to, at }
  return JSON.stringify(cause ? { ...facts, cause } : facts)
}
