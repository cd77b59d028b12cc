import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'

import { and, desc, eq } from 'drizzle-orm'

import { withDatabase } from '@/lib/db/available'
import { apiTokens, people } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { InvalidInput } from '@/lib/failure/errors'
import { message, type Packed } from '@/lib/i18n/message'
import type { Access } from '@/lib/people/access'
import { tokenHash } from '@/lib/people/hashed-tokens'
import { isWithin } from '@/lib/people/limits'
import { changingPeople, record } from '@/lib/people/members'
import { profiles } from '@/lib/people/profiles'
import { type ApiToken, type Person, type Role, roles } from '@/lib/people/schema'
import { lowest, TOKEN_PREFIX } from '@/lib/people/token'

const DAY_MS = 86_400_000
/** More than any script of a person needs. */
const MOST = 50

interface NewToken {
  name: string
  role: Role
  /** The credential profiles it is for; empty: all of its person's. */
  profiles: string[]
  days: number
}

/**
 * Makes a token of whoever asks and gives it: it is shown once, and only its hash is kept.
 * @throws InvalidInput when its role is above the person's, an account is not the person's, or the name is taken
 */
export const createToken = (by: Access & { person: Person }, made: NewToken): Promise<string> =>
  changingPeople(async (tx) => {
    const { personId, role, limits, email } = by.person
    const refuse = (path: string, text: Packed): never => {
      throw new InvalidInput([{ path: [path], message: text }])
    }
    if (roles.indexOf(made.role) > roles.indexOf(role)) refuse('role', message('tokens.role'))
    const foreign = made.profiles.find(
      (name) =>
        !isWithin(limits, 'profiles', name) || !profiles.some((profile) => profile.name === name),
    )
    if (foreign !== undefined)
      refuse('profiles', message('people.unknownProfile', { name: foreign }))
    const own = await tx.select().from(apiTokens).where(eq(apiTokens.personId, personId))
    if (own.some(({ name }) => name === made.name)) refuse('name', message('tokens.nameTaken'))
    if (own.length >= MOST) refuse('name', message('tokens.tooMany', { max: MOST }))
    const token = TOKEN_PREFIX + randomBytes(32).toString('base64url')
    await tx.insert(apiTokens).values({
      id: randomUUID(),
      personId,
      name: made.name,
      hash: tokenHash(token),
      role: made.role,
      profiles: made.profiles.length > 0 ? made.profiles : null,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + made.days * DAY_MS),
    })
    const changes = [
      { what: 'token', from: '', to: made.name },
      { what: 'role', from: '', to: made.role },
    ]
    await record(tx, by, { action: 'create-token', email, changes })
    return token
  })

/** The tokens of a person, or of everybody; the newest first. @throws DatabaseError `DatabaseUnavailable` */
export const listTokens = (personId?: string): Promise<ApiToken[]> =>
  withDatabase(async () => {
    const rows = await db()
      .select({ token: apiTokens, person: people })
      .from(apiTokens)
      .innerJoin(people, eq(people.id, apiTokens.personId))
      .where(personId === undefined ? undefined : eq(people.id, personId))
      .orderBy(desc(apiTokens.createdAt))
    return rows.map(({ token, person }) => ({
      tokenId: token.id,
      name: token.name,
      person: person.name,
      role: lowest(token.role, person.role),
      ...(token.profiles && { profiles: token.profiles }),
      createdAt: token.createdAt.toISOString(),
      expiresAt: token.expiresAt.toISOString(),
      ...(token.usedAt && { usedAt: token.usedAt.toISOString() }),
      isDead: person.disabledAt !== null || token.expiresAt <= new Date(),
    }))
  })

/** Takes a token away: from now on it opens nothing. `personId`: only when it is that person's. */
export const revokeToken = (by: Access, tokenId: string, personId?: string): Promise<void> =>
  changingPeople(async (tx) => {
    const [gone] = await tx
      .delete(apiTokens)
      .where(
        and(
          eq(apiTokens.id, tokenId),
          personId === undefined ? undefined : eq(apiTokens.personId, personId),
        ),
      )
      .returning()
    if (!gone) return
    const [person] = await tx.select().from(people).where(eq(people.id, gone.personId))
    const changes = [{ what: 'token', from: gone.name, to: '' }]
    await record(tx, by, { action: 'revoke-token', email: person?.email ?? '', changes })
  })
