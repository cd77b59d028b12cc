import 'server-only'
import { and, eq, gt, isNull } from 'drizzle-orm'

import { withDatabase } from '@/lib/db/available'
import { apiTokens, people } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { tokenHash } from '@/lib/people/hashed-tokens'
import { narrowest } from '@/lib/people/limits'
import { effectiveLimits } from '@/lib/people/profiles'
import { type Person, type Role, roles } from '@/lib/people/schema'
import { env } from '@/lib/process/env'

// Every read asks this file, so it loads nothing that makes people or tokens.

/** By it a token is known for what it is, in a script and to whoever seeks leaked ones. */
export const TOKEN_PREFIX = 'cvct_'
/** A token in a text: a password that nobody chose, of 256 bits. */
export const TOKEN = /cvct_[\w-]{43}/
const BEARER = new RegExp(`^Bearer (${TOKEN.source})$`)
/** Milliseconds in which a use of a token is not written down again. */
const NOTED_EVERY = 60_000

/** The API token that a request shows; nothing when it shows none, or nobody signs in. */
export const shownToken = (authorization: string | null): string | undefined =>
  env.AUTH === 'off' ? undefined : BEARER.exec(authorization ?? '')?.[1]

/**
 * Whom a token stands for, with no more than it was given and its person has now; nobody when it is unknown, over, or
 * its person disabled. @throws DatabaseError `DatabaseUnavailable`
 */
export const personOfToken = (token: string, address: string): Promise<Person | undefined> =>
  withDatabase(async () => {
    const now = new Date()
    const isIt = eq(apiTokens.hash, tokenHash(token))
    const [found] = await db()
      .select({ token: apiTokens, person: people })
      .from(apiTokens)
      .innerJoin(people, eq(people.id, apiTokens.personId))
      .where(and(isIt, gt(apiTokens.expiresAt, now), isNull(people.disabledAt)))
    if (!found) return undefined
    const { id, name, role, profiles: own, usedAt } = found.token
    if (!usedAt || usedAt.getTime() < now.getTime() - NOTED_EVERY)
      await db().update(apiTokens).set({ usedAt: now }).where(isIt)
    const limits = narrowest(effectiveLimits(found.person), own ? { profiles: own } : undefined)
    return {
      personId: found.person.id,
      name: found.person.name,
      email: found.person.email,
      role: lowest(role, found.person.role),
      ...(limits && { limits }),
      sessionId: id,
      token: name,
      address,
    }
  })

/**
 * What somebody who asked by a token may now: no more than the token was given, and nothing when it is over or was taken
 * away. The same for whoever asked without one. @throws DatabaseError `DatabaseUnavailable`
 */
export const withinToken = (
  asked: Pick<Person, 'token' | 'sessionId'>,
  now: Pick<Person, 'role' | 'limits'>,
): Promise<Pick<Person, 'role' | 'limits'> | undefined> =>
  withDatabase(async () => {
    if (asked.token === undefined) return now
    const [found] = await db()
      .select()
      .from(apiTokens)
      .where(and(eq(apiTokens.id, asked.sessionId), gt(apiTokens.expiresAt, new Date())))
    if (!found) return undefined
    const limits = narrowest(now.limits, found.profiles ? { profiles: found.profiles } : undefined)
    return { role: lowest(found.role, now.role), ...(limits && { limits }) }
  })

/** The role that may less. */
export const lowest = (one: Role, other: Role): Role =>
  roles[Math.min(roles.indexOf(one), roles.indexOf(other))] ?? 'viewer'
