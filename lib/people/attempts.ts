import 'server-only'
import { createHash } from 'node:crypto'

import { eq, lt, sql } from 'drizzle-orm'

import { failedSignIns } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { networkOf } from '@/lib/net/network'

/**
 * Wrong passwords for one name from one address before a delay, and for any names from one address; wrong codes for one
 * person from anywhere. The delay doubles with each further one; `longest`: in seconds, nobody waits longer.
 */
const RULES = {
  name: { free: 5, longest: 60 },
  address: { free: 50, longest: 60 },
  // Whoever gets that far knows the password: a hundred codes of a million a day.
  code: { free: 5, longest: 900 },
}
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
  const byAddress = await take(addressKey(attempt), RULES.address, now)
  return byAddress > 0 ? byAddress : await take(nameKey(attempt), RULES.name, now)
}

/** The same where no name is said. */
export const takeAddressTry = (address: string): Promise<number> =>
  take(addressKey({ address }), RULES.address, Date.now())

/** The same for a code of a person who said the password, or is signed in; from wherever. */
export const takeCodeTry = (personId: string): Promise<number> =>
  take(codeKey(personId), RULES.code, Date.now())

/**
 * Takes one try of what is said at a field, or refuses it there.
 * @throws InvalidInput when it is too soon after wrong ones
 */
export async function mustBeTaken(taken: Promise<number>, field: string): Promise<void> {
  const seconds = await taken
  if (seconds === 0) return
  throw new InvalidInput([{ path: [field], message: message('people.tooMany', { seconds }) }])
}

async function take(
  key: string,
  { free, longest }: (typeof RULES)['name'],
  now: number,
): Promise<number> {
  const at = new Date(now)
  const { failures, lastAt } = failedSignIns
  const said = sql`${at.toISOString()}::timestamptz`
  const delay = sql`least(power(2, least(${failures} - ${free}, 10)), ${longest}) * interval '1 second'`
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
  await forgetAddressTry(attempt.address)
}

/** Somebody was right from here. */
export const forgetAddressTry = (address: string): Promise<unknown> =>
  db()
    .update(failedSignIns)
    .set({ failures: sql`greatest(${failedSignIns.failures} - 1, 0)` })
    .where(eq(failedSignIns.key, addressKey({ address })))

/** The right code came. */
export const forgetWrongCodes = (personId: string): Promise<unknown> =>
  db()
    .delete(failedSignIns)
    .where(eq(failedSignIns.key, codeKey(personId)))

const codeKey = (personId: string) => hash(`code ${personId}`)
const nameKey = ({ email, address }: Attempt) => hash(`name ${networkOf(address)} ${email}`)
const addressKey = ({ address }: Pick<Attempt, 'address'>) => hash(`address ${networkOf(address)}`)

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
