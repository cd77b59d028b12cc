import 'server-only'
import { z } from 'zod'

import { auditedAs, recordAudit } from '@/lib/audit/append'
import { withDatabase } from '@/lib/db/available'
import { db } from '@/lib/db/pool'
import { AccessError } from '@/lib/failure/errors'
import { ownAddress } from '@/lib/navigation/routes'
import { beginSession } from '@/lib/people/begin-session'
import { keepHandshake, takeHandshake } from '@/lib/people/handshake'
import { personBehind, personOfClaims } from '@/lib/people/known-elsewhere'
import { ownOrigin } from '@/lib/people/own-origin'
import { beginTrip, type Claims, endTrip, trip } from '@/lib/people/provider'
import { type Purpose, purposes } from '@/lib/people/schema'
import { currentPerson, renewSession } from '@/lib/people/session'
import { askedFrom } from '@/lib/people/sign-in'
import { env } from '@/lib/process/env'

const begun = z.object({
  trip,
  purpose: z.enum(purposes),
  /** Where it leads then, an address of the console. */
  next: z.string(),
  /** Whose page it is that waits. */
  email: z.string(),
  sessionId: z.string(),
})

/**
 * Where this browser goes to sign in. @throws AccessError `ProviderAway`, `NotAllowed` where people sign in otherwise or
 * nobody is there to prove it
 */
export const beginElsewhere = (asked: {
  purpose: Purpose
  next: string
  email: string
}): Promise<{ address: string }> =>
  withDatabase(async () => {
    if (env.AUTH !== 'oidc') throw new AccessError('NotAllowed')
    const isProof = asked.purpose === 'prove'
    const person = isProof ? await currentPerson(true) : undefined
    if (isProof && !person) throw new AccessError('NotAllowed')
    const email = person?.email ?? asked.email
    const made = await beginTrip(await ownOrigin(), { anew: isProof, email })
    const { purpose } = asked
    const next = ownAddress(asked.next)
    const sessionId = person?.sessionId ?? ''
    await keepHandshake('handshake', { trip: made.trip, purpose, next, email, sessionId })
    return { address: made.address }
  })

/**
 * Ends what this browser began: a session of it begins, or its person is proved to be there.
 * @throws AccessError for whoever is refused
 */
export const endElsewhere = (
  query: string,
): Promise<{ purpose: Purpose; next: string; email: string }> =>
  withDatabase(async () => {
    const flow = begun.safeParse(await takeHandshake('handshake')).data
    if (env.AUTH !== 'oidc' || !flow) throw new AccessError('SignInOver')
    const { purpose, next } = flow
    const anew = purpose === 'prove'
    const refuse = audited(flow.email)
    const said = await endTrip(await ownOrigin(), query, { trip: flow.trip, anew }).catch(refuse)
    await (anew ? prove(said, flow.sessionId) : begin(said, purpose === 'again' ? flow.email : ''))
    return { purpose, next, email: flow.email }
  })

async function begin(said: Claims, expected: string): Promise<void> {
  const told = { person: said.email ?? said.sub, address: await askedFrom() }
  const refuse = audited(told.person)
  const person = await personOfClaims(said).catch(refuse)
  if (expected && person.email !== expected) return await refuse(new AccessError('OtherPerson'))
  // Signed in there hours ago is no proof of who is there now.
  const provenAt = new Date(Math.min((said.auth_time ?? 0) * 1000, Date.now()))
  await beginSession(person.personId, provenAt).catch(refuse)
  await recordAudit({ ...line('sign-in'), ...told, person: person.email, outcome: 'accepted' })
}

async function prove(said: Claims, sessionId: string): Promise<void> {
  const person = await currentPerson(true)
  const known = await db().transaction((tx) => personBehind(tx, said))
  const isSame = person?.sessionId === sessionId && known?.id === person.personId
  if (person)
    await recordAudit({
      ...auditedAs({ profile: '', person }),
      ...line('prove'),
      outcome: isSame ? 'accepted' : 'refused',
    })
  if (!person || !isSame) throw new AccessError('OtherPerson')
  await renewSession(person)
}

/** Tells the audit who was refused, and why. */
const audited =
  (person: string) =>
  async (error: unknown): Promise<never> => {
    if (error instanceof AccessError)
      await recordAudit({
        ...line('sign-in'),
        person,
        address: await askedFrom(),
        outcome: 'refused',
        code: error.code,
      })
    throw error
  }

const line = (action: string) => ({
  actor: '',
  phase: 'intent' as const,
  action: `console:${action}`,
  regionId: '',
  changes: [{ what: 'proof', from: '', to: 'oidc' }],
})
