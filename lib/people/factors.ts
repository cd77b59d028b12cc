import 'server-only'
import { and, asc, eq, isNotNull } from 'drizzle-orm'

import { withDatabase } from '@/lib/db/available'
import { authenticators, factorKinds, passkeys, people, sessions } from '@/lib/db/people-tables'
import { db, type Transaction } from '@/lib/db/pool'
import { AccessError, InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import type { Change } from '@/lib/operations/schema'
import type { Access } from '@/lib/people/access'
import { takeAuthenticator } from '@/lib/people/authenticator'
import { changingPeople, record } from '@/lib/people/members'
import type { Made } from '@/lib/people/passkey-answer'
import { madePasskey, refusePasskey } from '@/lib/people/passkeys'
import type { FactorKind, OwnFactor, Person } from '@/lib/people/schema'

type By = Access & { person: Person }

/** What a person set up beside the password. @throws DatabaseError `DatabaseUnavailable` */
export const listFactors = (personId: string): Promise<OwnFactor[]> =>
  withDatabase(async () => {
    const apps = await db()
      .select()
      .from(authenticators)
      .where(and(eq(authenticators.userId, personId), isNotNull(authenticators.secret)))
    const keys = await db()
      .select()
      .from(passkeys)
      .where(eq(passkeys.userId, personId))
      .orderBy(asc(passkeys.createdAt))
    return [
      ...apps.map((app) => ({ kind: 'totp' as const, ...times(app) })),
      ...keys.map(({ id, name, host, ...key }) => ({
        kind: 'passkey' as const,
        passkey: { passkeyId: id, name, host },
        ...times(key),
      })),
    ]
  })

const times = ({ createdAt, usedAt }: { createdAt: Date; usedAt: Date | null }) => ({
  createdAt: createdAt.toISOString(),
  ...(usedAt && { usedAt: usedAt.toISOString() }),
})

/** The kinds of it. */
export async function factorsOf(
  personId: string,
  on: Transaction | ReturnType<typeof db> = db(),
): Promise<FactorKind[]> {
  const [found] = await on
    .select({ kinds: factorKinds })
    .from(people)
    .where(eq(people.id, personId))
  return found?.kinds ?? []
}

/** Keeps the app of this person, whose code it shows. @throws InvalidInput at the code */
export const confirmAuthenticator = (by: By, code: string): Promise<void> =>
  changingPeople(async (tx) => {
    await takeAuthenticator(tx, by.person, code)
    await recordOwn(tx, by, 'set-up-factor', [{ what: 'factor', from: '', to: 'totp' }])
  })

/** Keeps a passkey that this person made just now. @throws InvalidInput when it is not what was asked for */
export async function addPasskey(
  by: By,
  { name, passkey }: { name: string; passkey: Made },
): Promise<void> {
  const made = await withDatabase(() => madePasskey(by.person, passkey))
  const at = { createdAt: new Date(), updatedAt: new Date() }
  await changingPeople(async (tx) => {
    const kept = await tx
      .insert(passkeys)
      .values({ ...made, ...at, userId: by.person.personId, name })
      // One that is somebody's already is nobody else's.
      .onConflictDoNothing()
      .returning()
    if (kept.length === 0) refusePasskey()
    const changes = [{ what: 'factor', from: '', to: 'passkey' }, named('', name)]
    await recordOwn(tx, by, 'set-up-factor', changes)
  })
}

/** Calls a passkey of this person otherwise. @throws InvalidInput when there is none any more */
export const renamePasskey = (by: By, passkeyId: string, name: string): Promise<void> =>
  changingPeople(async (tx) => {
    const isIt = isOwnPasskey(by, passkeyId)
    const [was] = await tx.select().from(passkeys).where(isIt)
    if (!was) throw new InvalidInput([{ path: ['value'], message: message('people.passkeyGone') }])
    await tx.update(passkeys).set({ name, updatedAt: new Date() }).where(isIt)
    await recordOwn(tx, by, 'rename-factor', [named(was.name, name)])
  })

/**
 * Gives the app up. Not the last factor of somebody who has to have one.
 * @throws AccessError `FactorNeeded`
 */
export const removeAuthenticator = (by: By): Promise<void> =>
  changingPeople(async (tx) => {
    await tx.delete(authenticators).where(eq(authenticators.userId, by.person.personId))
    await removed(tx, by, [{ what: 'factor', from: 'totp', to: '' }])
  })

/** The same for a passkey. @throws AccessError `FactorNeeded` */
export const removePasskey = (by: By, passkeyId: string): Promise<void> =>
  changingPeople(async (tx) => {
    const [gone] = await tx.delete(passkeys).where(isOwnPasskey(by, passkeyId)).returning()
    if (!gone) return
    await removed(tx, by, [{ what: 'factor', from: 'passkey', to: '' }, named(gone.name, '')])
  })

const isOwnPasskey = ({ person }: By, passkeyId: string) =>
  and(eq(passkeys.id, passkeyId), eq(passkeys.userId, person.personId))

async function removed(tx: Transaction, by: By, changes: Change[]): Promise<void> {
  const { personId, secondFactor } = by.person
  if (secondFactor === 'required' && (await factorsOf(personId, tx)).length === 0)
    throw new AccessError('FactorNeeded')
  await recordOwn(tx, by, 'remove-factor', changes)
}

/** Ends what somebody lost: the factors of a person, and the sessions that were begun with them. */
export const endFactors = (by: Access, personId: string): Promise<void> =>
  changingPeople(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!person) return
    const were = await factorsOf(personId, tx)
    for (const table of [authenticators, passkeys, sessions])
      await tx.delete(table).where(eq(table.userId, personId))
    const changes = [{ what: 'factor', from: were.join(', '), to: '' }]
    await record(tx, by, { action: 'end-factors', email: person.email, changes })
  })

const recordOwn = (tx: Transaction, by: By, action: string, changes: Change[]) =>
  record(tx, by, { action, email: by.person.email, changes })

const named = (from: string, to: string): Change => ({ what: 'passkeyName', from, to })
