import 'server-only'
import { timingSafeEqual } from 'node:crypto'

import { sql } from 'drizzle-orm'

import { people } from '@/lib/db/people-tables'
import { AccessError } from '@/lib/failure/errors'
import { addPerson, changingPeople } from '@/lib/people/members'
import { askedFrom } from '@/lib/people/sign-in'
import { env } from '@/lib/process/env'
import { isLoopback } from '@/lib/process/environment'

interface FirstPerson {
  token: string
  name: string
  email: string
  password: string
}

/**
 * Makes the first administrator. Only from this machine, with the token that the terminal showed at this start, and
 * only while there is nobody: so the link opens once. @throws AccessError `NoSetup` otherwise
 */
export async function setUp({ token, ...person }: FirstPerson): Promise<void> {
  if (!isSetupToken(token) || !isLoopback(await askedFrom())) throw new AccessError('NoSetup')
  await changingPeople(async (tx) => {
    const [found] = await tx.select({ count: sql<number>`count(*)::int` }).from(people)
    if (found?.count !== 0) throw new AccessError('NoSetup')
    await addPerson(tx, { ...person, role: 'administrator' })
  })
}

function isSetupToken(token: string): boolean {
  const own = Buffer.from(env.SETUP_TOKEN ?? '')
  const said = Buffer.from(token)
  return own.length > 0 && own.length === said.length && timingSafeEqual(own, said)
}
