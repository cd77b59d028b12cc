import 'server-only'
import { createHash } from 'node:crypto'

import { eq, lt, sql } from 'drizzle-orm'

import { failedSignIns } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { networkOf } from '@/lib/net/network'

/** Wrong passwords for one name from one address before a delay, and for any names from one address. */
const FREE = { name: 5, address: 50 }
/** Seconds: the delay doubles with each further one, and nobody waits longer than this. */
const LONGEST_DELAY = 60
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000

interface Attempt {
  email: string
  /**
   * From where; others who try the same name are counted apart, so that nobody can lock a person out. A network of
   * IPv6 counts as one, as in the gate: whoever has it may try from each of its addresses.
   */
  address: string
}

/**
 * Takes one try, which counts as failed until `forgetFailures`. Gives the seconds to wait first, 0 when the try is
 * taken. Of tries at the same moment each is counted; those that are refused make nobody wait longer.
 */
export async function takeTry(attempt: Attempt, now: number = Date.now()): Promise<number> {
  await db()
    .delete(failedSignIns)
    .where(lt(failedSignIns.lastAt, new Date(now - FORGOTTEN_AFTER_MS)))
  const byAddress = await take(addressKey(attempt), FREE.address, now)
  return byAddress > 0 ? byAddress : await take(nameKey(attempt), FREE.name, now)
}

async function take(key: string, free: number, now: number): Promise<number> {
  const at = new Date(now)
  const { failures, lastAt } = failedSignIns
  const said = sql`${at.toISOString()}::timestamptz`
  const delay = sql`least(power(2, least(${failures} - ${free}, 10)), ${LONGEST_DELAY}) * interval '1 second'`
  const [taken] = await db()
    .insert(failedSignIns)
    .values({ key, failures: 1, lastAt: at })
    .onConflictDoUpdate({
      target: failedSignIns.key,
      set: { failures: sql`${failures} + 1`, lastAt: at },
      // One that seems to lie ahead was written before the clock was set back.
      setWhere: sql`${failures} < ${free} or ${lastAt} + ${delay} <= ${said} or ${lastAt} > ${said} + interval '1 minute'`,
    })
    .returning({ key: failedSignIns.key })
  if (taken) return 0
  const [known] = await db()
    .select({ until: sql<string>`extract(epoch from ${lastAt} + ${delay})` })
    .from(failedSignIns)
    .where(eq(failedSignIns.key, key))
  return Math.max(1, Math.ceil(Number(known?.until ?? 0) - now / 1000))
}

/** The right person came: what was tried for this name from here counts no more. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  await db()
    .delete(failedSignIns)
    .where(eq(failedSignIns.key, nameKey(attempt)))
  await db()
    .update(failedSignIns)
    .set({ failures: sql`greatest(${failedSignIns.failures} - 1, 0)` })
    .where(eq(failedSignIns.key, addressKey(attempt)))
}

const nameKey = ({ email, address }: Attempt) => hash(`name ${networkOf(address)} ${email}`)
const addressKey = ({ address }: Attempt) => hash(`address ${networkOf(address)}`)

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
