import 'server-only'
import { and, eq } from 'drizzle-orm'

import { proofs } from '@/lib/db/people-tables'
import { db, type Transaction } from '@/lib/db/pool'
import { auth } from '@/lib/people/auth'
import type { Person } from '@/lib/people/schema'

/** Which row holds the hash of a person's password. */
export const ownPassword = ({ personId }: Pick<Person, 'personId'>) =>
  and(eq(proofs.userId, personId), eq(proofs.providerId, 'credential'))

const hashOf = async (person: Person, on: Transaction | ReturnType<typeof db>) =>
  (await on.select().from(proofs).where(ownPassword(person)))[0]?.password

/** Whether this person signs in with a password. */
export const hasPassword = async (person: Person): Promise<boolean> =>
  Boolean(await hashOf(person, db()))

/** Whether a password is this person's. */
export async function isPasswordOf(
  person: Person,
  password: string,
  on: Transaction | ReturnType<typeof db> = db(),
): Promise<boolean> {
  const hash = await hashOf(person, on)
  const { password: hashing } = await auth().$context
  return Boolean(hash) && (await hashing.verify({ hash: hash ?? '', password }))
}
