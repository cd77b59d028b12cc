import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'

import { eq, lt } from 'drizzle-orm'
import { cookies } from 'next/headers'

import { verifications } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { tokenHash } from '@/lib/people/hashed-tokens'
import { cookieName, isTls } from '@/lib/preferences/cookies'
import { seal, unseal } from '@/lib/process/seal'

const MINUTES = 10
const COOKIE = 'handshake'

/** Keeps what was begun with this browser, which alone can end it: once, within ten minutes. */
export async function keepHandshake(begun: object): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const at = new Date()
  await db().delete(verifications).where(lt(verifications.expiresAt, at))
  await db()
    .insert(verifications)
    .values({
      id: randomUUID(),
      identifier: tokenHash(token),
      value: seal(COOKIE, begun),
      expiresAt: new Date(at.getTime() + MINUTES * 60_000),
      createdAt: at,
      updatedAt: at,
    })
  const secure = await isTls()
  ;(await cookies()).set(cookieName(COOKIE, secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: MINUTES * 60,
  })
}

/** What was begun with this browser; nothing the second time. */
export async function takeHandshake(): Promise<unknown> {
  const name = cookieName(COOKIE, await isTls())
  const token = (await cookies()).get(name)?.value
  if (!token) return undefined
  ;(await cookies()).delete({ name, path: '/' })
  const [begun] = await db()
    .delete(verifications)
    .where(eq(verifications.identifier, tokenHash(token)))
    .returning()
  return begun && begun.expiresAt > new Date() ? unseal(COOKIE, begun.value) : undefined
}
