import { eq } from 'drizzle-orm'

import { people } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { addPerson, changingPeople } from '@/lib/people/members'
import type { Person, Role } from '@/lib/people/schema'
import { createToken } from '@/lib/people/tokens'
import { PASSWORD } from '@/lib/request/test/asked'

let made = 0

/** Ada, who administrates, and what makes a token of hers. */
export async function withTokens(email: string) {
  const role = 'administrator'
  await changingPeople((tx) => addPerson(tx, { name: 'Ada', email, role, password: PASSWORD }))
  const [row] = await db().select().from(people).where(eq(people.email, email))
  const personId = row?.id ?? ''
  const person: Person = { personId, name: 'Ada', email, role, sessionId: 's', address: '' }
  return {
    person,
    /** What the last of them is called. */
    lastName: () => `token ${made}`,
    tokenOf: (role: Role, profiles: string[] = []) =>
      createToken(
        { profile: 'main', person },
        { name: `token ${++made}`, role, profiles, days: 1 },
      ),
  }
}
