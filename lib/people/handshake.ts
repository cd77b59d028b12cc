import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'

import { eq, lt } from 'drizzle-orm'
import { cookies } from 'next/headers'

import { verifications } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { tokenHash } from '@/lib/people/hashed-tokens'
import { cookieName, isTls } from '@/lib/preferences/cookies'
import { seal, unseal } from '@/lib/process/seal'

/** What a browser begins, each beside the others, and within how many minutes it ends it. */
const MINUTES = { handshake: 10, passkey: 5, 'new-passkey': 5 }
type Kind = keyof typeof MINUTES

/** Keeps what was begun with this browser, which alone can end it: once, in time. */
export async function keepHandshake(kind: Kind, begun: object): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const at = new Date()
  await db().delete(verifications).where(lt(verifications.expiresAt, at))
  await db()
    .insert(verifications)
    .values({
      id: randomUUID(),
      identifier: identifierOf(kind, token),
      value: seal(kind, begun),
      expiresAt: new Date(at.getTime() + MINUTES[kind] * 60_000),
      createdAt: at,
      updatedAt: at,
    })
  const secure = await isTls()
  ;(await cookies()).set(cookieName(kind, secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: MINUTES[kind] * 60,
  })
}

/** What was begun with this browser; nothing the second time. */
export async function takeHandshake(kind: Kind): Promise<unknown> {
  const name = cookieName(kind, await isTls())
  const token = (await cookies()).get(name)?.value
  if (!token) return undefined
  ;(await cookies()).delete({ name, path: '/' })
  const [begun] = await db()
    .delete(verifications)
    .where(eq(verifications.identifier, identifierOf(kind, token)))
    .returning()
  return begun && begun.expiresAt > new Date() ? unseal(kind, begun.value) : undefined
}

/** One kind is not ended as another. */
const identifierOf = (kind: Kind, token: string) => tokenHash(`${kind} ${token}`)
