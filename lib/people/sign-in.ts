import 'server-only'
import { isAPIError } from 'better-auth/api'
import { headers } from 'next/headers'

import { recordAudit } from '@/lib/audit/append'
import { withDatabase } from '@/lib/db/available'
import { InvalidInput } from '@/lib/failure/errors'
import { message, type Packed } from '@/lib/i18n/message'
import { forgetFailures, takeTry } from '@/lib/people/attempts'
import { auth } from '@/lib/people/auth'
import { forgetEnded, keepSession } from '@/lib/people/session'

/** An address as the gate saw it; it lets nobody else say it. */
export const askedFrom = async (): Promise<string> => (await headers()).get('x-forwarded-for') ?? ''

/**
 * Begins a session of this browser. Whether the name, the password or the person is wrong is not told.
 * @throws InvalidInput at the password, also when it is too soon after wrong ones
 */
export const signIn = (said: { email: string; password: string }): Promise<void> =>
  withDatabase(async () => {
    const attempt = { email: said.email, address: await askedFrom() }
    const seconds = await takeTry(attempt)
    if (seconds > 0) throw refused(message('people.tooMany', { seconds }))
    const cookie = await begin(said)
    await recordAudit({
      actor: '',
      person: said.email,
      address: attempt.address,
      phase: 'intent',
      action: 'console:sign-in',
      regionId: '',
      changes: [],
      outcome: cookie === undefined ? 'refused' : 'accepted',
    })
    if (cookie === undefined) throw refused(message('people.wrong'))
    await forgetFailures(attempt)
    await forgetEnded()
    await keepSession(cookie)
  })

/** Gives the value of the cookie that better-auth made, or nothing when it refused. */
async function begin(body: { email: string; password: string }): Promise<string | undefined> {
  const { sessionToken } = (await auth().$context).authCookies
  try {
    const answer = await auth().api.signInEmail({
      body,
      headers: await headers(),
      returnHeaders: true,
    })
    const prefix = `${sessionToken.name}=`
    const set = answer.headers.getSetCookie().find((line) => line.startsWith(prefix))
    if (!set) throw new Error('better-auth set no cookie.')
    return decodeURIComponent(set.slice(prefix.length).split(';', 1)[0] ?? '')
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return undefined
    throw error
  }
}

const refused = (text: Packed) => new InvalidInput([{ path: ['password'], message: text }])
