import 'server-only'
import { isAPIError } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import { headers } from 'next/headers'

import { recordAudit } from '@/lib/audit/append'
import { withDatabase } from '@/lib/db/available'
import { sessions } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { AccessError, InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { forgetFailures, mustBeTaken, takeTry } from '@/lib/people/attempts'
import { auth } from '@/lib/people/auth'
import { acceptsCode } from '@/lib/people/authenticator'
import { factorsOf } from '@/lib/people/factors'
import { tokenHash } from '@/lib/people/hashed-tokens'
import type { FactorKind } from '@/lib/people/schema'
import { forgetEnded, keepSession } from '@/lib/people/session'
import { env } from '@/lib/process/env'

interface Said {
  email: string
  password: string
  /** Of the person's app; empty until it is asked for. */
  code: string
}

/** An address as the gate saw it; it lets nobody else say it. */
export const askedFrom = async (): Promise<string> => (await headers()).get('x-forwarded-for') ?? ''

/**
 * Begins a session of this browser, or gives the second factors of which one is needed first. Whether the name, the
 * password or the person is wrong is not told. @throws InvalidInput at the password or the code, also when it is too
 * soon after wrong ones
 */
export const signIn = (said: Said): Promise<{ needs: FactorKind[] }> =>
  withDatabase(async () => {
    if (env.AUTH === 'oidc') throw new AccessError('NotAllowed')
    const attempt = { email: said.email, address: await askedFrom() }
    await mustBeTaken(takeTry(attempt), 'password')
    const begun = await begin(said)
    if (!begun) {
      await recordSignIn(attempt, { by: 'password', outcome: 'refused' })
      throw new InvalidInput([{ path: ['password'], message: message('people.wrong') }])
    }
    const needs = await factorsOf(begun.personId)
    const isEnough = needs.length === 0 || (await isCode(begun, said))
    if (!isEnough) {
      await forget(begun)
      const code = 'SecondFactorNeeded'
      await recordSignIn(attempt, { by: 'password', outcome: 'refused', code })
      if (said.code === '') return { needs }
      throw new InvalidInput([{ path: ['code'], message: message('people.wrongCode') }])
    }
    const by = needs.length === 0 ? 'password' : 'password, totp'
    await recordSignIn(attempt, { by, outcome: 'accepted' })
    await forgetFailures(attempt)
    await forgetEnded()
    await keepSession(begun.cookie)
    return { needs: [] }
  })

interface Begun {
  personId: string
  token: string
  /** The value of the cookie. */
  cookie: string
}

/** Whether it is; when it may not be looked at, the session of the password is over too. */
async function isCode(begun: Begun, { code }: Said): Promise<boolean> {
  if (code === '') return false
  try {
    return await acceptsCode(begun.personId, code)
  } catch (error) {
    await forget(begun)
    throw error
  }
}

/** No browser has got it yet. */
const forget = ({ token }: Begun) =>
  db()
    .delete(sessions)
    .where(eq(sessions.token, tokenHash(token)))

/** Gives the session that better-auth made, or nothing when it refused. */
async function begin({ email, password }: Said): Promise<Begun | undefined> {
  const { sessionToken } = (await auth().$context).authCookies
  try {
    const answer = await auth().api.signInEmail({
      body: { email, password },
      headers: await headers(),
      returnHeaders: true,
    })
    const prefix = `${sessionToken.name}=`
    const set = answer.headers.getSetCookie().find((line) => line.startsWith(prefix))
    if (!set) throw new Error('better-auth set no cookie.')
    const cookie = decodeURIComponent(set.slice(prefix.length).split(';', 1)[0] ?? '')
    const { token, user } = answer.response
    return { personId: user.id, token, cookie }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined
    throw error
  }
}

/** One line of the audit for a sign-in; without an address of a person where nobody was said to be one. */
export const recordSignIn = (
  { email, address }: { email?: string; address: string },
  { by, ...end }: { by: string; outcome: 'accepted' | 'refused'; code?: string },
) =>
  recordAudit({
    actor: '',
    ...(email !== undefined && { person: email }),
    address,
    phase: 'intent',
    action: 'console:sign-in',
    regionId: '',
    changes: [{ what: 'proof', from: '', to: by }],
    ...end,
  })
