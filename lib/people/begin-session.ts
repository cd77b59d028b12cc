import 'server-only'
import { eq } from 'drizzle-orm'
import { headers } from 'next/headers'

import { sessions } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { AccessError } from '@/lib/failure/errors'
import { auth } from '@/lib/people/auth'
import { tokenHash } from '@/lib/people/hashed-tokens'
import { forgetEnded, keepSession, signed } from '@/lib/people/session'

/**
 * Begins a session of this browser for somebody who proved elsewhere who it is. `provenAt`: when, unless it was now.
 * @throws AccessError `SignInRefused` for who is disabled
 */
export async function beginSession(personId: string, provenAt?: Date): Promise<void> {
  const from = await headers()
  const { internalAdapter } = await auth().$context
  const begun = await internalAdapter.createSession(personId, false, {
    ipAddress: from.get('x-forwarded-for') ?? '',
    userAgent: from.get('user-agent') ?? '',
  })
  // Its hook made none.
  if (!begun) throw new AccessError('SignInRefused')
  if (provenAt)
    await db()
      .update(sessions)
      .set({ provenAt })
      .where(eq(sessions.token, tokenHash(begun.token)))
  await forgetEnded()
  await keepSession(signed(begun.token))
}
