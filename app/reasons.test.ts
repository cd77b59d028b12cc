import { randomUUID } from 'node:crypto'

import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { setNavigation } from '@/app/(console)/actions'
import { judge } from '@/app/(console)/approval-actions'
import { changeName } from '@/app/(console)/vpn/customer-gateways/actions'
import { renegotiate } from '@/app/(console)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/actions'
import { ACCESS } from '@/lib/attachments/test/sample'
import { connectionNamed } from '@/lib/connection-edit/test/plans'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { stopEngine, until } from '@/lib/operations/test/engine'
import { viewOperation } from '@/lib/operations/view'
import { addPerson, changingPeople } from '@/lib/people/members'
import { permissionNames, reasonFor } from '@/lib/people/permissions'
import { ACCOUNT_HEADER } from '@/lib/request/account-header'
import { reasonOf } from '@/lib/request/reason'
import { REASON_HEADER, reasonAsHeader } from '@/lib/request/reason-header'
import { asked, asPerson, PASSWORD } from '@/lib/request/test/asked'

// Next itself, which runs elsewhere: the headers and cookies of a request, and its language.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)

const { rig } = await vi.hoisted(async () => {
  Object.assign(process.env, {
    AUTH: 'local',
    ALLOWED_HOSTS: 'localhost:3000',
    SECOND_PERSON: 'main',
    REASON_REQUIRED: 'main',
  })
  const { startBoth } = await import('@/lib/db/test/rig')
  return { rig: await startBoth(0) }
})
afterAll(() => stopEngine(rig))

const [OLGA, BEA] = ['olga@example.com', 'bea@example.com']
for (const [email, role] of [
  [OLGA, 'operator'],
  [BEA, 'approver'],
] as const)
  await changingPeople((tx) => addPerson(tx, { name: email, email, role, password: PASSWORD }))

beforeEach(() => asPerson(OLGA))

const regionId = 'eu-central-1'
const sent = async () => (await rig.emulator.calls()).filter(({ effect }) => effect).length
const because = (reason: string | undefined) => {
  if (reason === undefined) asked.headers.delete(REASON_HEADER)
  else asked.headers.set(REASON_HEADER, reasonAsHeader(reason))
}

/** Writes the name of a gateway, with this reason. */
async function rename(reason: string | undefined) {
  because(reason)
  const { customerGatewayId, name } = (await listCustomerGateways(ACCESS, { regionId }))[0]!
  return changeName({ regionId, customerGatewayId, was: name, value: `${name}x` })
}

test('where the account asks why, nothing is sent without a reason that can be taken', async () => {
  const before = await sent()
  const needed = { ok: false, code: 'ReasonNeeded', fieldErrors: { reason: expect.any(String) } }
  for (const wrong of [
    undefined,
    '',
    '   ',
    'x'.repeat(201),
    'x'.repeat(100_000),
    'one\ntwo',
    'a\u202Eb',
  ])
    expect([wrong, await rename(wrong)]).toMatchObject([wrong, needed])
  asked.headers.set(REASON_HEADER, '%00')
  expect(await rename(undefined)).toMatchObject(needed)
  expect(await sent()).toBe(before)
  // How the page looks is nobody's business.
  because('one\ntwo')
  expect(await setNavigation({ open: true })).toMatchObject({ ok: true })
})

test('the reason stands in each line of a write', async () => {
  const reason = 'CHG-4711 更换算法 ☂'
  expect(await rename(reason)).toMatchObject({ ok: true })
  const lines = await db().select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(2)
  expect(lines.map(({ phase, reason: told }) => [phase, told])).toEqual([
    ['result', reason],
    ['intent', reason],
  ])
})

test('another account takes a reason and does without one', async () => {
  const found = (await listCustomerGateways({ profile: 'partner' }, { regionId }))[0]
  asked.headers.set(ACCOUNT_HEADER, 'partner')
  because(undefined)
  const press = () =>
    changeName({
      regionId,
      customerGatewayId: found?.customerGatewayId ?? 'cgw-none',
      was: 'a',
      value: 'b',
    })
  const said = await press()
  asked.headers.delete(ACCOUNT_HEADER)
  expect(said).not.toMatchObject({ code: 'ReasonNeeded' })
})

test('the reason goes with what waits for a second person, with the operation and each of its calls', async () => {
  const at = await connectionNamed(regionId, 'munich-hq')
  const operationId = randomUUID()
  because('CHG-4712')
  expect(await renegotiate({ ...at, operationId })).toMatchObject({ code: 'ApprovalAsked' })
  expect(await viewOperation(ACCESS, operationId)).toMatchObject({ reason: 'CHG-4712' })
  await asPerson(BEA)
  because(undefined)
  expect(await judge({ operationId, answer: 'approve', text: 'looked at it' })).toMatchObject({
    ok: true,
  })
  expect(await until(operationId, ({ state }) => state === 'done')).toMatchObject({
    reason: 'CHG-4712',
  })
  const lines = await db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.operationId, operationId))
  const told = (action: string) => lines.filter((line) => line.action === action)
  expect(told('console:ask-approval')).toMatchObject([{ person: OLGA, reason: 'CHG-4712' }])
  expect(told('console:approve')).toMatchObject([{ person: BEA, reason: 'looked at it' }])
  const calls = told('vpc:ModifyVpnAttachmentAttribute')
  expect(calls.length).toBeGreaterThan(0)
  expect(calls.every(({ reason }) => reason === 'CHG-4712')).toBe(true)
})

test('every permission that writes to an account takes a reason, and no other is asked for one', () => {
  for (const permission of permissionNames) {
    const isAsked = 'wrong' in reasonOf(null, permission, true)
    const taken = reasonFor(permission) === 'asked'
    const writes = /\.(write|delete|edit|revoke|bind|replace-table|reveal)$/.test(permission)
    const ofConsole = /^(preferences|own-|people)/.test(permission)
    expect([permission, isAsked, taken]).toEqual([permission, taken, writes && !ofConsole])
  }
})
