import 'server-only'
import { createHmac } from 'node:crypto'

import { sql } from 'drizzle-orm'

import { env } from '@/lib/process/env'
import { log } from '@/lib/process/log'

/** Seconds before the next try: a minute, then longer, for a day in all. */
const PAUSES = [60, 300, 900, 3600, 14_400, 28_800, 43_200]
const PATIENCE_MS = 5000

/**
 * When another process may post what one has begun to post, which holds no transaction open meanwhile: it ended in
 * between. What is posted twice has the same content.
 */
export const claimedUntil = sql`now() + interval '1 minute'`

/** What is written down of a try: when the next one is due, if there is one. */
export function nextTry({ tries }: { tries: number }, isTaken: boolean) {
  const pause = PAUSES[tries]
  if (!isTaken && pause === undefined) log.warn('a webhook was not taken for a day and is given up')
  const dueAt = isTaken || pause === undefined ? null : sql`now() + ${pause} * interval '1 second'`
  return { tries: tries + 1, dueAt }
}

/**
 * Posts a JSON object to `ALERT_WEBHOOK`; gives whether it was taken. It is signed: `X-Signature-256` is the HMAC of the
 * body with the secret, as hexadecimal digits after `sha256=`.
 */
export async function post(body: string): Promise<boolean> {
  const { ALERT_WEBHOOK: url, ALERT_WEBHOOK_SECRET: secret } = env
  if (!url || !secret) return false
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
