import 'server-only'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'

import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'

import { withDatabase } from '@/lib/db/available'
import { factorKinds, people, sessions } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { tokenHash } from '@/lib/people/hashed-tokens'
import { effectiveLimits } from '@/lib/people/profiles'
import type { OwnSession, Person } from '@/lib/people/schema'
import { cookieName, isTls } from '@/lib/preferences/cookies'
import { env } from '@/lib/process/env'
import { keyFor } from '@/lib/process/key'
import { once } from '@/lib/request/once'

const SESSION = 'session'
/** What the cookies of sessions are signed with. */
export const sessionSecret = (): string => keyFor('sessions').toString('hex')
const MINUTE = 60_000
/** Milliseconds in which a use of a session is not written down again. */
const NOTED_EVERY = MINUTE

/** The cookie of a session. Over TLS nobody but this host can set it. */
export const sessionCookie = (overTls: boolean): string => cookieName(SESSION, overTls)

/** Sets the cookie of a session to what better-auth made; it ends with the session or the browser. */
export async function keepSession(value: string): Promise<void> {
  const secure = await isTls()
  ;(await cookies()).set(sessionCookie(secure), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: env.SESSION_HOURS * 3600,
  })
}

/**
 * Who is signed in by the cookie of this request. Read once per page. `isUse`: a person did something; a page that
 * asks by itself keeps no session alive. @throws DatabaseError `DatabaseUnavailable`
 */
export const currentPerson = cache(async (isUse: boolean): Promise<Person | undefined> => {
  const value = (await cookies()).get(sessionCookie(await isTls()))?.value
  const person = await personOf(value, isUse)
  return person && { ...person, address: (await headers()).get('x-forwarded-for') ?? '' }
})

/**
 * Whom the value of a cookie stands for, unless the session has ended: unused for too long, too old, or its person
 * disabled. @throws DatabaseError `DatabaseUnavailable`
 */
export async function personOf(
  value: string | undefined,
  isUse: boolean,
): Promise<Omit<Person, 'address'> | undefined> {
  // Behind the dot stands better-auth's signature; the hash of what is before it is looked up.
  const [token = ''] = value?.split('.') ?? []
  if (!token) return undefined
  return await withDatabase(async () => {
    const now = Date.now()
    const [found] = await byToken().execute({ token: tokenHash(token), ...aliveAt(now) })
    if (!found) return undefined
    const { usedAt, limits: own, secondFactor: asked, ...person } = found
    const limits = effectiveLimits({ ...person, limits: own })
    if (isUse && usedAt.getTime() < now - NOTED_EVERY) await noteUse(person.sessionId, now)
    return { ...person, ...(limits && { limits }), ...(asked && { secondFactor: asked }) }
  })
}

/** Asked for each request, so it is put together once, and planned once by each connection. */
const byToken = () =>
  once('session by token', () =>
    db()
      .select({
        personId: people.id,
        name: people.name,
        email: people.email,
        role: people.role,
        limits: people.limits,
        secondFactor,
        sessionId: sessions.id,
        usedAt: sessions.updatedAt,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.userId))
      .where(and(eq(sessions.token, sql.placeholder('token')), isAlive))
      .prepare('session_by_token'),
  )

/** What an administrator asks for; whether it is there is read only of those who are asked. */
const secondFactor = sql<Person['secondFactor'] | null>`case
  when not ${people.secondFactorRequired} then null
  when cardinality(${factorKinds}) > 0 then 'required'
  else 'missing' end`

const isAlive = and(
  gt(sessions.expiresAt, sql.placeholder('now')),
  gt(sessions.createdAt, sql.placeholder('oldest')),
  isNull(people.disabledAt),
)
const aliveAt = (now: number) => ({
  now: new Date(now),
  oldest: new Date(now - env.SESSION_HOURS * 60 * MINUTE),
})

const noteUse = (sessionId: string, now: number) =>
  db()
    .update(sessions)
    .set({
      updatedAt: new Date(now),
      expiresAt: new Date(now + env.SESSION_IDLE_MINUTES * MINUTE),
    })
    .where(eq(sessions.id, sessionId))

/** Milliseconds in which the id of before still answers: the page may have asked with it just before it got the new one. */
const OVERLAP_MS = 10_000

/**
 * Goes on under a new id, whose person has just proved to be there; the old one opens nothing any more after a moment,
 * and nothing dangerous at once. It ends when it would have ended. Does nothing for a session that has ended.
 */
export async function renewSession({ sessionId }: Person): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const isRenewed = await db().transaction(async (tx) => {
    const now = new Date()
    const isIt = eq(sessions.id, sessionId)
    const [old] = await tx.select().from(sessions).where(isIt).for('update')
    if (!old || old.expiresAt <= now) return false
    await tx
      .update(sessions)
      .set({
        provenAt: new Date(0),
        updatedAt: now,
        expiresAt: new Date(Math.min(old.expiresAt.getTime(), now.getTime() + OVERLAP_MS)),
      })
      .where(isIt)
    await tx.insert(sessions).values({
      ...old,
      id: randomUUID(),
      token: tokenHash(token),
      provenAt: sql`now()`,
      updatedAt: now,
      expiresAt: new Date(now.getTime() + env.SESSION_IDLE_MINUTES * MINUTE),
    })
    return true
  })
  if (isRenewed) await keepSession(signed(token))
}

/** The value of the cookie of a session, as better-auth writes it. */
export const signed = (token: string): string =>
  `${token}.${createHmac('sha256', sessionSecret()).update(token).digest('base64')}`

/** A person's own sessions that have not ended, the newest first. @throws DatabaseError `DatabaseUnavailable` */
export const listSessions = ({ personId, sessionId }: Person): Promise<OwnSession[]> =>
  withDatabase(async () => {
    const rows = await db()
      .select({ session: sessions })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.userId))
      .where(and(eq(sessions.userId, personId), isAlive))
      .orderBy(desc(sessions.createdAt))
      .prepare('own_sessions')
      .execute(aliveAt(Date.now()))
    return rows.map(({ session }) => ({
      sessionId: session.id,
      address: session.ipAddress ?? '',
      browser: session.userAgent ?? '',
      beganAt: session.createdAt.toISOString(),
      usedAt: session.updatedAt.toISOString(),
      isThis: session.id === sessionId,
    }))
  })

/** Ends this session: the cookie that is left opens nothing. */
export async function endCurrent({ sessionId }: Person): Promise<void> {
  await withDatabase(() => db().delete(sessions).where(eq(sessions.id, sessionId)))
  ;(await cookies()).delete({ name: sessionCookie(await isTls()), path: '/' })
}

/** Ends one session of this person; without an id all but the one that asks. */
export const endOwn = ({ personId, sessionId }: Person, endedId?: string): Promise<unknown> =>
  withDatabase(() =>
    db()
      .delete(sessions)
      .where(
        and(
          eq(sessions.userId, personId),
          endedId === undefined ? ne(sessions.id, sessionId) : eq(sessions.id, endedId),
        ),
      ),
  )

/** Forgets the sessions that ended long ago. */
export const forgetEnded = (): Promise<unknown> =>
  db().delete(sessions).where(lt(sessions.expiresAt, new Date()))
