import 'server-only'
import { and, eq, isNotNull, lt } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'

import { withDatabase } from '@/lib/db/available'
import { authenticators } from '@/lib/db/people-tables'
import { db, type Transaction } from '@/lib/db/pool'
import { InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { forgetWrongCodes, mustBeTaken, takeCodeTry } from '@/lib/people/attempts'
import type { Person } from '@/lib/people/schema'
import { seal, unseal } from '@/lib/process/seal'

const STEP_MS = 30_000
const sealedFor = (personId: string) => `authenticator ${personId}`

/** What apps take: SHA-1, six digits, half a minute. RFC 6238. */
const appWith = (secret: string, label: string) =>
  new TOTP({ issuer: 'CEN VPN Console', label, secret: Secret.fromBase32(secret) })

/**
 * Begins to set up an app that shows codes, and gives what it has to know: shown once. One that is set up already
 * stays until a code of the new one has come.
 */
export const beginAuthenticator = ({
  personId,
  email,
}: Person): Promise<{ secret: string; address: string }> =>
  withDatabase(async () => {
    const secret = new Secret().base32
    const pending = seal(sealedFor(personId), secret)
    const at = new Date()
    await db()
      .insert(authenticators)
      .values({ userId: personId, pending, createdAt: at, updatedAt: at })
      .onConflictDoUpdate({ target: authenticators.userId, set: { pending } })
    return { secret, address: appWith(secret, email).toString() }
  })

/** Takes the app that is being set up, which shows that it has the secret. @throws InvalidInput at the code */
export async function takeAuthenticator(
  tx: Transaction,
  { personId }: Person,
  code: string,
): Promise<void> {
  const isIt = eq(authenticators.userId, personId)
  const [row] = await tx.select().from(authenticators).where(isIt).for('update')
  const lastStep = row?.pending ? stepOf(row.pending, personId, code) : undefined
  if (!row || lastStep === undefined)
    throw new InvalidInput([{ path: ['code'], message: message('people.wrongCode') }])
  const at = new Date()
  await tx
    .update(authenticators)
    .set({ secret: row.pending, pending: null, lastStep, createdAt: at, updatedAt: at })
    .where(isIt)
}

/**
 * Whether a code is one that the person's app shows now, and was not taken before. A wrong one counts, from wherever.
 * @throws InvalidInput when it is too soon after wrong ones
 */
export async function acceptsCode(personId: string, code: string): Promise<boolean> {
  await mustBeTaken(takeCodeTry(personId), 'code')
  const isIt = and(eq(authenticators.userId, personId), isNotNull(authenticators.secret))
  const [row] = await db().select().from(authenticators).where(isIt)
  const lastStep = row?.secret ? stepOf(row.secret, personId, code) : undefined
  if (lastStep === undefined) return false
  // Of two who bring the same code at once, one.
  const taken = await db()
    .update(authenticators)
    .set({ lastStep, usedAt: new Date() })
    .where(and(isIt, lt(authenticators.lastStep, lastStep)))
    .returning({ userId: authenticators.userId })
  if (taken.length > 0) await forgetWrongCodes(personId)
  return taken.length > 0
}

/** Of which half minute a code is: of this one, or the one before or after. RFC 6238, section 5.2. */
function stepOf(sealed: string, personId: string, code: string): number | undefined {
  const timestamp = Date.now()
  const secret = String(unseal(sealedFor(personId), sealed))
  const delta = appWith(secret, '').validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / STEP_MS) + delta
}
