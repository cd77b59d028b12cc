import 'server-only'
import { randomUUID } from 'node:crypto'

import { and, eq } from 'drizzle-orm'
import { z } from 'zod'

import { people, proofs } from '@/lib/db/people-tables'
import { db, type Transaction } from '@/lib/db/pool'
import { AccessError } from '@/lib/failure/errors'
import { changingPeople, record } from '@/lib/people/members'
import type { Claims } from '@/lib/people/provider'
import { type Person, type Role, roles } from '@/lib/people/schema'
import { env } from '@/lib/process/env'

const PROVIDER = 'oidc'

/** Which row says by whom a person is known. */
const knownBy = (personId: string) =>
  and(eq(proofs.userId, personId), eq(proofs.providerId, PROVIDER))

const values = z.union([z.string(), z.array(z.string())])

const subjectOf = ({ iss, sub }: Claims) => JSON.stringify([iss, sub])

/** Whether somebody can prove who it is at the provider. */
export const isKnownElsewhere = async ({ personId }: Pick<Person, 'personId'>): Promise<boolean> =>
  env.AUTH === 'oidc' && (await db().select().from(proofs).where(knownBy(personId))).length > 0

/** What `OIDC_ROLES` makes of the claim of the roles: the highest that fits. */
function roleOf(said: Claims): Role | undefined {
  const own = [values.safeParse(said[env.OIDC_ROLE_CLAIM]).data ?? []].flat()
  return roles.findLast((role) =>
    env.OIDC_ROLES?.[role]?.some((value) => value === '*' || own.includes(value)),
  )
}

/** Whom the console knows under this subject of the provider, if anybody. */
export const personBehind = async (tx: Transaction, said: Claims) => {
  const isIt = and(eq(proofs.providerId, PROVIDER), eq(proofs.accountId, subjectOf(said)))
  const [found] = await tx
    .select({ person: people })
    .from(proofs)
    .innerJoin(people, eq(people.id, proofs.userId))
    .where(isIt)
  return found?.person
}

/**
 * The person of the console that somebody is; made at the first sign-in. The role follows the provider each time. An
 * address that is a person's already is that person's only where the provider has checked it.
 * @throws AccessError `NoRole`, `NoEmail`, `EmailTaken`
 */
export const personOfClaims = (said: Claims): Promise<{ personId: string; email: string }> =>
  changingPeople(async (tx) => {
    const role = roleOf(said)
    if (!role) throw new AccessError('NoRole')
    const email = z.email().max(254).safeParse(said.email?.toLowerCase()).data
    const person = (await personBehind(tx, said)) ?? (await linked(tx, said, email))
    if (!person) {
      if (!email) throw new AccessError('NoEmail')
      const made = { id: randomUUID(), name: said.name?.trim().slice(0, 64) || email, email, role }
      await tx.insert(people).values({ ...made, createdAt: new Date(), updatedAt: new Date() })
      await link(tx, said, made.id)
      const changes = [{ what: 'role', from: '', to: role }]
      await record(tx, undefined, { action: 'create-person', email, changes })
      return { personId: made.id, email }
    }
    if (person.role !== role) {
      // Whoever administrates is under no limits.
      const free = role === 'administrator' && { limits: null }
      await tx
        .update(people)
        .set({ role, ...free, updatedAt: new Date() })
        .where(eq(people.id, person.id))
      const changes = [{ what: 'role', from: person.role, to: role }]
      await record(tx, undefined, { action: 'change-role', email: person.email, changes })
    }
    return { personId: person.id, email: person.email }
  })

/** Whoever has this address already, from now on known by this subject too. */
async function linked(tx: Transaction, said: Claims, email: string | undefined) {
  if (!email) return undefined
  const [person] = await tx.select().from(people).where(eq(people.email, email))
  if (!person) return undefined
  const [other] = await tx.select().from(proofs).where(knownBy(person.id))
  if (other || said.email_verified !== true) throw new AccessError('EmailTaken')
  await link(tx, said, person.id)
  return person
}

const link = (tx: Transaction, said: Claims, userId: string) =>
  tx.insert(proofs).values({
    id: randomUUID(),
    userId,
    accountId: subjectOf(said),
    providerId: PROVIDER,
    createdAt: new Date(),
    updatedAt: new Date(),
  })
