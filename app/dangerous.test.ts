import { randomUUID } from 'node:crypto'

import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { begin } from '@/app/(console)/(edit)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/edit/actions'
import { createToken } from '@/app/(console)/account/actions'
import { prove } from '@/app/(console)/actions'
import { setPropagation } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/actions'
import { beginReplacement } from '@/app/(console)/cen/[cenId]/transit-routers/[transitRouterId]/connections/[attachmentId]/route-table/actions'
import { decideOnOperation } from '@/app/(console)/decide'
import { revealKeys } from '@/app/(console)/device-actions'
import { deleteGateway } from '@/app/(console)/vpn/customer-gateways/actions'
import { renegotiate } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/actions'
import { replacePlan } from '@/lib/attachments/test/plans'
import { ACCESS } from '@/lib/attachments/test/sample'
import { readEdit } from '@/lib/connection-edit/review'
import { connectionNamed, otherAlgorithms } from '@/lib/connection-edit/test/plans'
import { valuesOf } from '@/lib/connection-edit/values'
import type { ConnectionFormValues } from '@/lib/connection-form/values'
import { apiTokens, failedSignIns, sessions } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { stopEngine } from '@/lib/operations/test/engine'
import { auth } from '@/lib/people/auth'
import { addPerson, changingPeople } from '@/lib/people/members'
import { isProven } from '@/lib/people/presence'
import { personOf } from '@/lib/people/session'
import type { ActionResult } from '@/lib/request/result'
import { asked, asPerson, forgetProofs, PASSWORD } from '@/lib/request/test/asked'
import { createRouteTable, listRouteEntries } from '@/lib/route-tables/cloud'
import { fingerprintOf } from '@/lib/route-tables/fingerprint'

// Next itself, which runs elsewhere: the headers and cookies of a request, and its language.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('en') }))

const rig = await vi.hoisted(async () => {
  Object.assign(process.env, { AUTH: 'local', ALLOWED_HOSTS: 'localhost:3000' })
  const { startBoth } = await import('@/lib/db/test/rig')
  return await startBoth(0)
})
afterAll(() => stopEngine(rig))

const ADA = { name: 'Ada', email: 'ada@example.com', role: 'operator' as const }
await changingPeople((tx) => addPerson(tx, { ...ADA, password: PASSWORD }))

beforeEach(async () => {
  await db().delete(failedSignIns)
  await asPerson(ADA.email)
})

const codeOf = (result: ActionResult<unknown>) =>
  result.ok ? 'ok' : (result.code ?? Object.keys(result.fieldErrors ?? {}).join())
const typed = (password: string) => prove({ by: 'password', password })
const me = async () => ({ ...(await personOf(asked.session, false))!, address: '' })
const writes = async () => (await rig.emulator.calls()).filter(({ effect }) => effect).length

test('nothing dangerous is done, called by itself too, before its person proved to be there; then it is', async () => {
  const at = await connectionNamed('eu-central-1', 'munich-hq')
  expect(await revealKeys(at)).toMatchObject({ ok: true })
  await forgetProofs()
  const before = await writes()
  const refused = await revealKeys(at)
  expect(refused).toMatchObject({ ok: false, code: 'ProofNeeded', proofs: ['password'] })
  expect(JSON.stringify(refused)).not.toContain('psk')
  const gone = { regionId: 'eu-central-1', customerGatewayId: 'cgw-nothing' }
  expect(codeOf(await deleteGateway(gone))).toBe('ProofNeeded')
  // A token outlives the session, so whoever finds one open makes none.
  const made = { name: 'found open', role: 'viewer' as const, profiles: [], days: '1' }
  expect(codeOf(await createToken(made))).toBe('ProofNeeded')
  expect(await db().select().from(apiTokens)).toEqual([])
  expect(await writes()).toBe(before)

  const stale = asked.session
  expect(codeOf(await typed('not the password'))).toBe('password')
  expect(asked.session).toBe(stale)
  expect(codeOf(await revealKeys(at))).toBe('ProofNeeded')
  expect(codeOf(await typed(PASSWORD))).toBe('ok')
  expect(await createToken(made)).toMatchObject({ ok: true })
  expect(await revealKeys(at)).toMatchObject({ ok: true })

  // What was kept of the session before proves nothing, and is over in a moment.
  const fresh = asked.session
  asked.session = stale
  expect(codeOf(await revealKeys(at))).toBe('ProofNeeded')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 })
  expect(codeOf(await revealKeys(at))).toBe('SignedOut')
  asked.session = fresh
  expect(await revealKeys(at)).toMatchObject({ ok: true })
  vi.useRealTimers()
})

test('a proof begins a session of another id, which better-auth knows, and ends when the one before would have', async () => {
  const before = await me()
  const stale = asked.session
  await typed(PASSWORD)
  const after = await me()
  expect(asked.session).not.toBe(stale)
  expect(after.sessionId).not.toBe(before.sessionId)
  expect(after.personId).toBe(before.personId)
  const begun = async ({ sessionId }: { sessionId: string }) =>
    (await db().select().from(sessions).where(eq(sessions.id, sessionId)))[0]?.createdAt
  expect(await begun(after)).toEqual(await begun(before))
  const { name } = (await auth().$context).authCookies.sessionToken
  const cookie = `${name}=${encodeURIComponent(asked.session)}`
  expect((await auth().api.getSession({ headers: new Headers({ cookie }) }))?.user.email).toBe(
    ADA.email,
  )
})

test('a proof is worth five minutes by the clock of the database, and one that lies ahead of it nothing', async () => {
  const cases = [
    ["- interval '4 minutes 50 seconds'", true],
    ["- interval '5 minutes 10 seconds'", false],
    ["- interval '1 year'", false],
    ["+ interval '1 minute'", false],
    ["+ interval '1 year'", false],
  ] as const
  for (const [moment, expected] of cases) {
    await db()
      .update(sessions)
      .set({ provenAt: sql.raw(`now() ${moment}`) })
    expect([moment, await isProven(await me())]).toEqual([moment, expected])
  }
  // The clock of this process may be anywhere.
  await typed(PASSWORD)
  for (const drift of [-3_600_000, 120_000]) {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + drift })
    expect([drift, await isProven(await me())]).toEqual([drift, true])
    vi.useRealTimers()
  }
  // Somebody else's proof is nobody's.
  expect(await isProven({ ...(await me()), personId: 'another' })).toBe(false)
})

test('wrong passwords count as at the sign-in, and stand in the audit', async () => {
  await forgetProofs()
  for (let tries = 0; tries < 5; tries += 1) expect(codeOf(await typed('wrong'))).toBe('password')
  // Each further one doubles the wait; with this many it is a minute, however slow the machine is.
  await db().update(failedSignIns).set({ failures: 20 })
  // The right one too has to wait now, here and at the sign-in.
  const late = await typed(PASSWORD)
  expect(late).toMatchObject({ ok: false })
  expect(JSON.stringify(late)).toContain('tooMany')
  const lines = await db()
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.action, 'console:prove'), eq(auditEntries.outcome, 'refused')))
  expect(lines.length).toBeGreaterThanOrEqual(5)
  expect(lines[0]).toMatchObject({ person: ADA.email, role: 'operator' })
  expect(JSON.stringify(lines)).not.toContain(PASSWORD)
})

test('what is sent decides: a table that loses prefixes, an edit that drops every tunnel, a route no longer learned', async () => {
  await forgetProofs()
  const { attachment, fromTableId } = (await replacePlan()).given.input as {
    attachment: Parameters<typeof beginReplacement>[0]['attachment']
    fromTableId: string
  }
  const { transitRouterId, transitRouterAttachmentId } = attachment
  const empty = await createRouteTable(
    ACCESS,
    {
      transitRouterId,
      transitRouterRouteTableName: 'empty',
      transitRouterRouteTableDescription: '',
      multiRegionECMP: false,
      tags: [],
    },
    { clientToken: randomUUID() },
  )
  const now = await listRouteEntries(ACCESS, { transitRouterRouteTableId: fromTableId })
  const replace = async (to: string, operationId: string) =>
    beginReplacement({
      operationId,
      attachment,
      from: fromTableId,
      to,
      reviewed: {
        now: fingerprintOf(now),
        after: fingerprintOf(await listRouteEntries(ACCESS, { transitRouterRouteTableId: to })),
      },
    })
  const operationId = randomUUID()
  expect(codeOf(await replace(empty, operationId))).toBe('ProofNeeded')
  // What was not reviewed as it is begins nothing, so nobody is asked.
  expect(
    await beginReplacement({
      operationId,
      attachment,
      from: fromTableId,
      to: empty,
      reviewed: { now: 'other', after: 'other' },
    }),
  ).toEqual({ ok: true, value: { changed: true } })

  const learned = { transitRouterAttachmentId, transitRouterRouteTableId: fromTableId }
  expect(codeOf(await setPropagation({ ...learned, value: false }))).toBe('ProofNeeded')
  expect(
    codeOf(
      await setPropagation({
        transitRouterAttachmentId,
        transitRouterRouteTableId: empty,
        value: true,
      }),
    ),
  ).toBe('ok')

  const at = await connectionNamed('eu-central-1', 'munich-hq')
  expect(codeOf(await renegotiate({ ...at, operationId: randomUUID() }))).toBe('ProofNeeded')
  const edited = async (change: (values: ConnectionFormValues) => void) => {
    const { connection, addresses, settings } = await readEdit(ACCESS, at, 'en-US')
    const values = valuesOf(connection, addresses)
    change(values)
    return begin({
      ...values,
      vpnConnectionId: at.vpnConnectionId,
      was: settings,
      operationId: randomUUID(),
      oneAtATime: false,
      confirmed: true,
    })
  }
  expect(codeOf(await edited(otherAlgorithms))).toBe('ProofNeeded')
  const renamed = await edited((values) => {
    values.name = 'munich-renamed'
  })
  expect(renamed).toEqual({ ok: true, value: { kind: 'begun' } })

  await typed(PASSWORD)
  expect(await replace(empty, operationId)).toEqual({ ok: true, value: { changed: false } })
  // Taking it back removes what is there now, whoever decides it.
  await forgetProofs()
  const decision = await decideOnOperation({ operationId, decision: 'roll-back' })
  expect(codeOf(decision)).toBe('ProofNeeded')
  expect(codeOf(await decideOnOperation({ operationId, decision: 'keep' }))).toBe('ok')
})
