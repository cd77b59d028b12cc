import 'server-only'
import { and, asc, eq, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'

import { withDatabase } from '@/lib/db/available'
import { passkeys, people } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { AccessError, InvalidInput } from '@/lib/failure/errors'
import { message } from '@/lib/i18n/message'
import { keepHandshake, takeHandshake } from '@/lib/people/handshake'
import { type RelyingParty, relyingParty } from '@/lib/people/own-origin'
import { type Made, PASSKEY_REFUSED, type Signed } from '@/lib/people/passkey-answer'
import type { Person } from '@/lib/people/schema'
import {
  type AskedNew,
  type AskedUse,
  askNew,
  askUse,
  checkedNew,
  checkedUse,
  handleOf,
} from '@/lib/people/webauthn'
import { env } from '@/lib/process/env'

/** More than anybody has devices. */
const MOST = 20

/** The challenge of a handshake; `personId`: of whom it was asked, where that was somebody. */
const begun = z.object({ challenge: z.string(), personId: z.string().optional() })

type KeptPasskey = Pick<
  typeof passkeys.$inferInsert,
  'id' | 'publicKey' | 'host' | 'counter' | 'transports'
>

/** @throws AccessError where people sign in elsewhere, and under an address instead of a name */
async function mustHaveParty(): Promise<RelyingParty> {
  const party = env.AUTH === 'local' ? await relyingParty() : undefined
  if (!party) throw new AccessError('NotAllowed')
  return party
}

const passkeysOf = (personId: string, host: string) =>
  db()
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.userId, personId), eq(passkeys.host, host)))
    .orderBy(asc(passkeys.createdAt))

/** Whether this person has a passkey for the name under which this was asked. */
export async function hasPasskeyHere({ personId }: Person): Promise<boolean> {
  const party = env.AUTH === 'local' ? await relyingParty() : undefined
  return party !== undefined && (await passkeysOf(personId, party.host)).length > 0
}

/** Begins to make a passkey. @throws AccessError, InvalidInput when there are enough */
export const beginPasskey = (person: Person): Promise<AskedNew> =>
  withDatabase(async () => {
    const party = await mustHaveParty()
    const known = await passkeysOf(person.personId, party.host)
    if (known.length >= MOST)
      throw new InvalidInput([
        { path: ['name'], message: message('people.passkeysMost', { count: MOST }) },
      ])
    const asked = await askNew(party, person, known)
    const { personId } = person
    await keepHandshake('new-passkey', { challenge: asked.challenge, personId })
    return asked
  })

/** What is to be kept of a passkey that was made as `beginPasskey` asked. @throws InvalidInput when it was not */
export async function madePasskey({ personId }: Person, made: Made): Promise<KeptPasskey> {
  const party = await mustHaveParty()
  const asked = begun.safeParse(await takeHandshake('new-passkey')).data
  const isTheirs = asked?.personId === personId
  const { challenge } = asked ?? {}
  const right = challenge && isTheirs ? await checkedNew(made, { party, challenge }) : undefined
  if (!right) refusePasskey()
  return { ...right, host: party.host, transports: made.response.transports }
}

/** @throws InvalidInput */
export function refusePasskey(): never {
  throw new InvalidInput([{ path: ['passkey'], message: PASSKEY_REFUSED }])
}

/** Asks this browser for a passkey of somebody who is signed in, or of anybody. @throws AccessError */
export const beginUse = (person?: Person): Promise<AskedUse> =>
  withDatabase(async () => {
    const party = await mustHaveParty()
    const known = person && (await passkeysOf(person.personId, party.host))
    const asked = await askUse(party, known)
    const { personId } = person ?? {}
    await keepHandshake('passkey', { challenge: asked.challenge, personId })
    return asked
  })

interface Used {
  /** Whose passkey it says to be, as far as that is known. */
  owner?: { personId: string; email: string }
  isRight: boolean
}

/**
 * Whether a passkey signed what this browser was asked for by `beginUse`, for the same person, and whose it is. The
 * first answer uses the question up.
 */
export async function usedPasskey(signed: Signed, person?: Person): Promise<Used> {
  const party = await mustHaveParty()
  const asked = begun.safeParse(await takeHandshake('passkey')).data
  const isIt = eq(passkeys.id, signed.id)
  const [found] = await db()
    .select({ passkey: passkeys, email: people.email, disabledAt: people.disabledAt })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.userId))
    .where(isIt)
  if (!found) return { isRight: false }
  const { passkey, email, disabledAt } = found
  const owner = { personId: passkey.userId, email }
  const { userHandle } = signed.response
  // Of whom is not asked the passkey says itself for whom it was made. WebAuthn, section 7.2, step 6.
  const isTheirs = person
    ? passkey.userId === person.personId &&
      [undefined, handleOf(passkey.userId)].includes(userHandle)
    : userHandle === handleOf(passkey.userId)
  const isAsked = asked !== undefined && asked.personId === person?.personId
  if (!isTheirs || !isAsked || disabledAt) return { owner, isRight: false }
  const counter = await checkedUse(signed, { party, challenge: asked.challenge, ...passkey })
  if (counter === undefined) return { owner, isRight: false }
  // Of two who bring the same count at once, one: a copy of the device would.
  const isFurther = or(
    lt(passkeys.counter, counter),
    sql`${passkeys.counter} = 0 and ${counter} = 0`,
  )
  const taken = await db()
    .update(passkeys)
    .set({ counter, usedAt: new Date() })
    .where(and(isIt, isFurther))
    .returning({ id: passkeys.id })
  return { owner, isRight: taken.length > 0 }
}
