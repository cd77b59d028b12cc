import 'server-only'
import { createHmac } from 'node:crypto'

import { eq, lte, sql } from 'drizzle-orm'

import { engineDb } from '@/lib/db/pool'
import { historyChanges } from '@/lib/db/tables'
import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'

/** Seconds before the next try: a minute, then longer, for a day in all. */
const PAUSES = [60, 300, 900, 3600, 14_400, 28_800, 43_200]
const PATIENCE_MS = 5000

/**
 * Posts the changes that are due, each as a JSON object, oldest first. Each is signed: `X-Signature-256` is the HMAC
 * of the body with the secret, as hexadecimal digits after `sha256=`. What was not taken is tried again for a day.
 */
export async function postDue(): Promise<void> {
  const { ALERT_WEBHOOK: url, ALERT_WEBHOOK_SECRET: secret } = env
  if (!url || !secret) return
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
      const isTaken = await post(url, secret, bodyOf(change))
      const pause = PAUSES[change.tries]
      if (!isTaken && pause === undefined)
        log.warn({ change: change.id }, 'a webhook was not taken for a day and is given up')
      await tx
        .update(historyChanges)
        .set({
          tries: change.tries + 1,
          dueAt:
            isTaken || pause === undefined ? null : sql`now() + ${pause} * interval '1 second'`,
        })
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

async function post(url: string, secret: string, body: string): Promise<boolean> {
  const digest = createHmac('sha256', secret).update(body).digest('hex')
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-signature-256': `sha256=${digest}` },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await response.body?.cancel()
    if (!response.ok) log.warn({ status: response.status }, 'a webhook was refused')
    return response.ok
  } catch (error) {
    // The address may carry a token: the log tells the kind of the error only.
    log.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'a webhook got no answer')
    return false
  }
}
