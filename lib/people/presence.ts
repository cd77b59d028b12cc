import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'

import { auditedAs, recordAudit } from '@/lib/audit/append'
import { withDatabase } from '@/lib/db/available'
import { sessions } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { InvalidInput } from '@/lib/failure/errors'
import { message, type Packed } from '@/lib/i18n/message'
import { forgetFailures, mustBeTaken, takeTry } from '@/lib/people/attempts'
import { acceptsCode } from '@/lib/people/authenticator'
import { factorsOf } from '@/lib/people/factors'
import type { proofSchema } from '@/lib/people/form'
import { isKnownElsewhere } from '@/lib/people/known-elsewhere'
import { PASSKEY_REFUSED } from '@/lib/people/passkey-answer'
import { hasPasskeyHere, usedPasskey } from '@/lib/people/passkeys'
import { hasPassword, isPasswordOf } from '@/lib/people/password-proof'
import type { Person, ProofKind } from '@/lib/people/schema'
import { renewSession } from '@/lib/people/session'
import { env } from '@/lib/process/env'
import type { Access } from '@/lib/request/access'

type Proof = z.infer<typeof proofSchema>

/** A proof that is said here and now, and where what is wrong with it is told, and how. */
interface ProofSaid<Kind extends Proof['by']> {
  field: string
  wrong: Packed
  accepts: (person: Person, said: Extract<Proof, { by: Kind }>) => Promise<boolean>
}

/** Whether a person can be asked for it, in the order in which they are offered. */
const isSetUp: { [Kind in ProofKind]: (person: Person) => Promise<boolean> } = {
  oidc: isKnownElsewhere,
  passkey: hasPasskeyHere,
  password: async (person) => env.AUTH === 'local' && (await hasPassword(person)),
  totp: async ({ personId }) => (await factorsOf(personId)).includes('totp'),
}

/** A fresh sign-in at the provider comes on another way: `endElsewhere`. */
const proofsSaid: { [Kind in Proof['by']]: ProofSaid<Kind> } = {
  password: {
    field: 'password',
    wrong: message('people.notYours'),
    accepts: (person, { password }) => isPasswordOf(person, password),
  },
  totp: {
    field: 'code',
    wrong: message('people.wrongCode'),
    accepts: ({ personId }, { code }) => acceptsCode(personId, code),
  },
  passkey: {
    field: 'passkey',
    wrong: PASSKEY_REFUSED,
    accepts: async (person, { passkey }) => (await usedPasskey(passkey, person)).isRight,
  },
}

/** By what this person can prove to be there. @throws DatabaseError `DatabaseUnavailable` */
export const proofsOf = (person: Person): Promise<ProofKind[]> =>
  withDatabase(async () => {
    const kinds = Object.keys(isSetUp) as ProofKind[] // the type holds each of them, and no more
    const are = await Promise.all(kinds.map((kind) => isSetUp[kind](person)))
    return kinds.filter((_, at) => are[at])
  })

/**
 * Whether whoever has this session proved to be there within five minutes, the sign-in included. By one clock, that of
 * the database; a proof that lies ahead of it is none. @throws DatabaseError `DatabaseUnavailable`
 */
export const isProven = ({ personId, sessionId }: Person): Promise<boolean> =>
  withDatabase(async () => {
    const { id, userId, provenAt } = sessions
    const rows = await db()
      .select({ id })
      .from(sessions)
      .where(
        and(
          eq(id, sessionId),
          eq(userId, personId),
          sql`${provenAt} between now() - interval '5 minutes' and now()`,
        ),
      )
    return rows.length > 0
  })

/**
 * Takes a proof of who is there, and goes on under a new session id. Wrong ones count as at the sign-in.
 * @throws InvalidInput at what was said, also when it is too soon after wrong ones
 */
export const prove = (access: Access & { person: Person }, said: Proof): Promise<void> =>
  withDatabase(async () => {
    const { person } = access
    const { field, wrong } = proofsSaid[said.by]
    await mustBeTaken(takeTry(person), field)
    const isRight = await accepts(person, said)
    await recordAudit({
      ...auditedAs(access),
      actor: '',
      phase: 'intent',
      action: 'console:prove',
      regionId: '',
      changes: [{ what: 'proof', from: '', to: said.by }],
      outcome: isRight ? 'accepted' : 'refused',
    })
    if (!isRight) throw new InvalidInput([{ path: [field], message: wrong }])
    await forgetFailures(person)
    await renewSession(person)
  })

const accepts = <Kind extends Proof['by']>(person: Person, said: Extract<Proof, { by: Kind }>) =>
  (proofsSaid[said.by] as ProofSaid<Kind>).accepts(person, said)
