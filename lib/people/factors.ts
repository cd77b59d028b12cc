import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'

import { withDatabase } from '@/lib/db/available'
import { authenticators, people, sessions } from '@/lib/db/people-tables'
import { db, type Transaction } from '@/lib/db/pool'
import { AccessError } from '@/lib/failure/errors'
import type { Access } from '@/lib/people/access'
import { takeAuthenticator } from '@/lib/people/authenticator'
import { changingPeople, record } from '@/lib/people/members'
import type { FactorKind, OwnFactor, Person } from '@/lib/people/schema'

type By = Access & { person: Person }

/** What a person set up beside the password. @throws DatabaseError `DatabaseUnavailable` */
export const listFactors = (personId: string): Promise<OwnFactor[]> =>
  withDatabase(async () => {
    const rows = await db()
      .select()
      .from(authenticators)
      .where(and(eq(authenticators.userId, personId), isNotNull(authenticators.secret)))
    return rows.map(({ createdAt, usedAt }) => ({
      kind: 'totp' as const,
      createdAt: createdAt.toISOString(),
      ...(usedAt && { usedAt: usedAt.toISOString() }),
    }))
  })

/** The kinds of it. */
export const factorsOf = async (personId: string): Promise<FactorKind[]> => [
  ...new Set((await listFactors(personId)).map(({ kind }) => kind)),
]

/** Keeps the app of this person, whose code it shows. @throws InvalidInput at the code */
export const confirmAuthenticator = (by: By, code: string): Promise<void> =>
  changingPeople(async (tx) => {
    await takeAuthenticator(tx, by.person, code)
    await recordFactor(tx, by, by.person.email, 'set-up-factor', { from: '', to: 'totp' })
  })

/**
 * Gives the app up. Not the last factor of somebody who has to have one.
 * @throws AccessError `FactorNeeded`
 */
export const removeAuthenticator = (by: By): Promise<void> =>
  changingPeople(async (tx) => {
    if (by.person.secondFactor === 'required') throw new AccessError('FactorNeeded')
    await tx.delete(authenticators).where(eq(authenticators.userId, by.person.personId))
    await recordFactor(tx, by, by.person.email, 'remove-factor', { from: 'totp', to: '' })
  })

/** Ends what somebody lost: the factors of a person, and the sessions that were begun with them. */
export const endFactors = (by: Access, personId: string): Promise<void> =>
  changingPeople(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (!person) return
    await tx.delete(authenticators).where(eq(authenticators.userId, personId))
    await tx.delete(sessions).where(eq(sessions.userId, personId))
    await recordFactor(tx, by, person.email, 'end-factors', { from: 'totp', to: '' })
  })

const recordFactor = (
  tx: Transaction,
  by: Access,
  email: string,
  action: string,
  change: { from: string; to: string },
) => record(tx, by, { action, email, changes: [{ what: 'factor', ...change }] })
