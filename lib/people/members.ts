import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'

import { and, asc, eq, gt, ne, sql } from 'drizzle-orm'

import { appendAudit, auditedAs } from '@/lib/audit/append'
import { hasEndpoint } from '@/lib/cloud/endpoints'
import { withDatabase } from '@/lib/db/available'
import { factorKinds, invitations, people, proofs, sessions } from '@/lib/db/people-tables'
import { db, type Transaction } from '@/lib/db/pool'
import { AccessError, InvalidInput } from '@/lib/failure/errors'
import { message, type Packed } from '@/lib/i18n/message'
import type { Change } from '@/lib/operations/schema'
import type { Access } from '@/lib/people/access'
import { forgetFailures, mustBeTaken, takeTry } from '@/lib/people/attempts'
import { auth } from '@/lib/people/auth'
import { tokenHash } from '@/lib/people/hashed-tokens'
import { type LimitName, limitNames, type Limits } from '@/lib/people/limits'
import { checkPassword } from '@/lib/people/password'
import { isPasswordOf, ownPassword } from '@/lib/people/password-proof'
import { profiles } from '@/lib/people/profiles'
import type { Invitation, Member, Person, Role } from '@/lib/people/schema'
import { env } from '@/lib/process/env'

const INVITED_FOR_MS = 72 * 60 * 60 * 1000
/** Any number that no other program on this database locks: changes of who may administrate come one by one. */
const PEOPLE_LOCK = 20_170_914

interface NewPerson {
  name: string
  email: string
  role: Role
  limits?: Limits | undefined
  secondFactorRequired?: boolean
  password: string
}

/** Makes a person who signs in with a password. @throws InvalidInput when the password is one that others guess */
export async function addPerson(
  tx: Transaction,
  { password, ...person }: NewPerson,
): Promise<void> {
  checkPassword(password, person)
  const { password: hashing } = await auth().$context
  const at = { createdAt: new Date(), updatedAt: new Date() }
  const id = randomUUID()
  await tx.insert(people).values({ id, ...person, ...at })
  const hash = await hashing.hash(password)
  await tx.insert(proofs).values({
    id: randomUUID(),
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: hash,
    ...at,
  })
}

/** One line of the audit, in the commit of what it tells: it belongs to no account. */
export const record = (
  tx: Transaction,
  by: Access | undefined,
  { action, email, changes = [] }: { action: string; email: string; changes?: Change[] },
) =>
  appendAudit(tx, {
    ...(by && auditedAs(by)),
    actor: '',
    phase: 'intent',
    action: `console:${action}`,
    regionId: '',
    resourceId: email,
    changes,
    outcome: 'accepted',
  })

/** What a person may do, and where; with what it was before. */
const rightsTo = (to: Rights, from?: Rights): Change[] => [
  { what: 'role', from: from?.role ?? '', to: to.role },
  ...limitNames.flatMap((what) => {
    const [before, after] = [from, to].map((each) => (each?.limits?.[what] ?? []).join(', '))
    return before === after ? [] : [{ what, from: before ?? '', to: after ?? '' }]
  }),
  ...(to.secondFactorRequired === (from?.secondFactorRequired ?? false)
    ? []
    : [
        {
          what: 'secondFactor',
          from: String(from?.secondFactorRequired ?? false),
          to: String(to.secondFactorRequired),
        },
      ]),
]

interface Rights {
  role: Role
  limits?: Limits | null | undefined
  secondFactorRequired?: boolean
}

/** @throws InvalidInput at a limit to what the console does not have */
function checkLimits({ profiles: names = [], regionIds = [] }: Limits): void {
  const refuse = (name: LimitName, text: Packed): never => {
    throw new InvalidInput([{ path: [name], message: text }])
  }
  const name = names.find((each) => !profiles.some((profile) => profile.name === each))
  if (name !== undefined) refuse('profiles', message('people.unknownProfile', { name }))
  const region = regionIds.find((each) => !hasEndpoint(each))
  if (region !== undefined) refuse('regionIds', message('people.unknownRegion', { region }))
}

/** One change at a time of who there is. */
export const changingPeople = <T>(change: (tx: Transaction) => Promise<T>): Promise<T> =>
  withDatabase(() =>
    db().transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${PEOPLE_LOCK})`)
      return await change(tx)
    }),
  )

/** Everybody, by name. @throws DatabaseError `DatabaseUnavailable` */
export const listMembers = (): Promise<Member[]> =>
  withDatabase(async () => {
    const rows = await db()
      .select({
        person: people,
        usedAt: sql<string | null>`max(${sessions.updatedAt})`,
        factors: factorKinds,
        sessions: sql<number>`count(${sessions.id}) filter (where ${sessions.expiresAt} > now())::int`,
      })
      .from(people)
      .leftJoin(sessions, eq(sessions.userId, people.id))
      .groupBy(people.id)
      .orderBy(asc(people.name), asc(people.id))
    return rows.map(({ person, usedAt, ...row }) => ({
      personId: person.id,
      name: person.name,
      email: person.email,
      role: person.role,
      ...(person.limits && { limits: person.limits }),
      secondFactorRequired: person.secondFactorRequired,
      factors: row.factors,
      createdAt: person.createdAt.toISOString(),
      ...(usedAt && { usedAt: new Date(usedAt).toISOString() }),
      ...(person.disabledAt && { disabledAt: person.disabledAt.toISOString() }),
      sessions: row.sessions,
    }))
  })

/** The invitations that can still be accepted. @throws DatabaseError `DatabaseUnavailable` */
export const listInvitations = (): Promise<Invitation[]> =>
  withDatabase(async () => {
    const rows = await db()
      .select()
      .from(invitations)
      .where(gt(invitations.expiresAt, new Date()))
      .orderBy(asc(invitations.createdAt))
    return rows.map(({ id, limits, expiresAt, ...row }) => ({
      invitationId: id,
      name: row.name,
      email: row.email,
      role: row.role,
      secondFactorRequired: row.secondFactorRequired,
      ...(limits && { limits }),
      expiresAt: expiresAt.toISOString(),
    }))
  })

/**
 * Invites somebody, in the place of an earlier invitation. Gives what the link holds: it is shown once, and only
 * its hash is kept. @throws InvalidInput when the address is a person's already
 */
export const invite = (
  by: Access,
  invited: Omit<NewPerson, 'password'>,
): Promise<{ token: string }> =>
  changingPeople(async (tx) => {
    // An invitation is for a password, which nobody has there.
    if (env.AUTH === 'oidc') throw new AccessError('NotAllowed')
    const known = await tx.select().from(people).where(eq(people.email, invited.email))
    if (invited.limits) checkLimits(invited.limits)
    if (known.length > 0)
      throw new InvalidInput([{ path: ['email'], message: message('people.known') }])
    const token = randomBytes(32).toString('base64url')
    await tx.delete(invitations).where(eq(invitations.email, invited.email))
    await tx.insert(invitations).values({
      id: randomUUID(),
      token: tokenHash(token),
      ...invited,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + INVITED_FOR_MS),
    })
    await record(tx, by, { action: 'invite', email: invited.email, changes: rightsTo(invited) })
    return { token }
  })

/** Takes an invitation back. */
export const withdraw = (by: Access, invitationId: string): Promise<void> =>
  changingPeople(async (tx) => {
    const [gone] = await tx.delete(invitations).where(eq(invitations.id, invitationId)).returning()
    if (gone) await record(tx, by, { action: 'withdraw-invitation', email: gone.email })
  })

/** Makes the invited person; the invitation is used up. Gives whom. @throws AccessError `NoInvitation` */
export const acceptInvitation = (said: { token: string; password: string }): Promise<NewPerson> =>
  changingPeople(async (tx) => {
    if (env.AUTH === 'oidc') throw new AccessError('NoInvitation')
    const [invitation] = await tx
      .delete(invitations)
      .where(eq(invitations.token, tokenHash(said.token)))
      .returning()
    if (!invitation || invitation.expiresAt < new Date()) throw new AccessError('NoInvitation')
    const { name, email, role, secondFactorRequired, limits } = invitation
    const rights = { role, secondFactorRequired, ...(limits && { limits }) }
    const person = { name, email, password: said.password, ...rights }
    await addPerson(tx, person)
    await record(tx, undefined, { action: 'accept-invitation', email, changes: rightsTo(person) })
    return person
  })

/**
 * Changes the password of a person, who says the one it replaces; wrong ones count as at the sign-in. Its other
 * sessions end.
 * @throws InvalidInput when it is not the current one, or one that others guess
 */
export async function changeOwnPassword(
  person: Person,
  said: { current: string; password: string },
): Promise<void> {
  await withDatabase(() => mustBeTaken(takeTry(person), 'current'))
  await changingPeople(async (tx) => {
    const isRight = await isPasswordOf(person, said.current, tx)
    if (!isRight)
      throw new InvalidInput([{ path: ['current'], message: message('people.notCurrent') }])
    checkPassword(said.password, person)
    const { password: hashing } = await auth().$context
    const password = await hashing.hash(said.password)
    await tx.update(proofs).set({ password, updatedAt: new Date() }).where(ownPassword(person))
    await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, person.personId), ne(sessions.id, person.sessionId)))
    await record(tx, { profile: '', person }, { action: 'change-password', email: person.email })
  })
  await withDatabase(() => forgetFailures(person))
}

/**
 * Changes what a person may do, or whether it may do anything: a disabled one has no sessions left.
 * @throws InvalidInput when no administrator would be left
 */
export const changeMember = (
  by: Access,
  personId: string,
  change: Rights | { disabled: boolean },
): Promise<void> =>
  changingPeople(async (tx) => {
    const [was] = await tx.select().from(people).where(eq(people.id, personId))
    if (!was) return
    if ('role' in change && change.limits) checkLimits(change.limits)
    if ('role' in change && env.AUTH === 'oidc' && change.role !== was.role)
      throw new InvalidInput([{ path: ['role'], message: message('people.roleElsewhere') }])
    await tx
      .update(people)
      .set({
        updatedAt: new Date(),
        ...('role' in change
          ? {
              role: change.role,
              ...('limits' in change && { limits: change.limits ?? null }),
              ...('secondFactorRequired' in change && {
                secondFactorRequired: change.secondFactorRequired,
              }),
            }
          : { disabledAt: change.disabled ? new Date() : null }),
      })
      .where(eq(people.id, personId))
    if ('disabled' in change && change.disabled)
      await tx.delete(sessions).where(eq(sessions.userId, personId))
    const [left] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(people)
      .where(sql`${people.role} = 'administrator' and ${people.disabledAt} is null`)
    if (!left?.count) throw new InvalidInput([{ path: ['role'], message: message('people.last') }])
    const told =
      'role' in change
        ? { action: 'change-role', changes: rightsTo(change, was) }
        : { action: change.disabled ? 'disable' : 'enable' }
    await record(tx, by, { ...told, email: was.email })
  })

/** Ends every session of a person. */
export const endSessionsOf = (by: Access, personId: string): Promise<void> =>
  changingPeople(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.userId, personId))
    const [person] = await tx.select().from(people).where(eq(people.id, personId))
    if (person) await record(tx, by, { action: 'end-sessions', email: person.email })
  })
