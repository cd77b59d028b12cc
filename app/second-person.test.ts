import { randomUUID } from 'node:crypto'

import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { begin } from '@/app/(console)/(edit)/vpn/ipsec-connections/[regionId]/[vpnConnectionId]/edit/actions'
import { comment, judge } from '@/app/(console)/approval-actions'
import { changeName, deleteGateway } from '@/app/(console)/vpn/customer-gateways/actions'
import { expireRequests } from '@/lib/approvals/expire'
import { ACCESS } from '@/lib/attachments/test/sample'
import { readEdit } from '@/lib/connection-edit/review'
import { connectionNamed, otherAlgorithms } from '@/lib/connection-edit/test/plans'
import { valuesOf } from '@/lib/connection-edit/values'
import { createCustomerGateway, listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { db } from '@/lib/db/pool'
import { approvals, auditEntries, operations, operationSecrets } from '@/lib/db/tables'
import { stopEngine, until } from '@/lib/operations/test/engine'
import { viewOperation } from '@/lib/operations/view'
import { addPerson, changeMember, changingPeople, listMembers } from '@/lib/people/members'
import type { ActionResult } from '@/lib/request/result'
import { asPerson, forgetProofs, PASSWORD } from '@/lib/request/test/asked'

// Next itself, which runs elsewhere: the headers and cookies of a request, and its language.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('en') }))

const rig = await vi.hoisted(async () => {
  Object.assign(process.env, {
    AUTH: 'local',
    ALLOWED_HOSTS: 'localhost:3000',
    SECOND_PERSON: 'main',
  })
  const { startBoth } = await import('@/lib/db/test/rig')
  return await startBoth(0)
})
afterAll(() => stopEngine(rig))

const OLGA = 'olga@example.com'
const BEA = 'bea@example.com'
const CARL = 'carl@example.com'
/** Olga under another address of her mailbox, with more rights than she has. */
const OLGA_TOO = 'Olga+admin@example.com'
for (const [email, role] of [
  [OLGA, 'operator'],
  [BEA, 'approver'],
  [CARL, 'administrator'],
  [OLGA_TOO.toLowerCase(), 'administrator'],
] as const)
  await changingPeople((tx) => addPerson(tx, { name: email, email, role, password: PASSWORD }))

beforeEach(() => asPerson(OLGA))

const regionId = 'eu-central-1'
const codeOf = (result: ActionResult<unknown>) =>
  result.ok ? 'ok' : (result.code ?? Object.keys(result.fieldErrors ?? {}).join())
const approve = (operationId: string) => judge({ operationId, answer: 'approve', text: '' })
const deletions = async () =>
  (await rig.emulator.calls()).filter(
    ({ action, effect }) => action === 'DeleteCustomerGateway' && effect,
  ).length
const linesOf = (operationId: string) =>
  db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.operationId, operationId))
    .orderBy(auditEntries.id)
const stateOf = async (operationId: string) => (await viewOperation(ACCESS, operationId)).state

let made = 0
/** A gateway that nobody uses, which Olga asks to delete. */
async function asked() {
  const name = `second-person-${++made}`
  const customerGatewayId = await createCustomerGateway(
    ACCESS,
    { regionId, ipAddress: `203.0.113.${100 + made}`, name, description: '', tags: [] },
    { clientToken: randomUUID() },
  )
  const operationId: string = randomUUID()
  const press = () => deleteGateway({ regionId, customerGatewayId }, operationId)
  expect(await press()).toMatchObject({ ok: false, code: 'ApprovalAsked', operationId })
  return { operationId, customerGatewayId, name, press }
}

test('S18: nothing is sent before somebody else approved it, then it is, once, and the audit names both', async () => {
  const before = await deletions()
  const { operationId, customerGatewayId, name, press } = await asked()
  // The same press again is the same request.
  expect(await press()).toMatchObject({ code: 'ApprovalAsked', operationId })
  const { approval, state, subject } = await viewOperation(ACCESS, operationId)
  expect([state, subject]).toEqual(['waits-for-approval', name])
  expect(approval?.sends).toMatchObject([
    { action: 'vpc:DeleteCustomerGateway', on: customerGatewayId },
  ])
  expect(approval?.sends[0]?.changes).toContainEqual({ what: 'Name', from: name, to: '' })

  // Who asked does not approve: not in another session, nor by another account of the same address.
  expect(codeOf(await approve(operationId))).toBe('NotAllowed')
  const olga = (await listMembers()).find(({ email }) => email === OLGA)!
  await changeMember(ACCESS, olga.personId, { role: 'administrator' })
  await asPerson(OLGA)
  expect(codeOf(await approve(operationId))).toBe('OwnRequest')
  await changeMember(ACCESS, olga.personId, { role: 'operator' })
  await asPerson(OLGA_TOO)
  expect(codeOf(await approve(operationId))).toBe('OwnRequest')
  expect(codeOf(await judge({ operationId, answer: 'reject', text: 'no' }))).toBe('OwnRequest')
  expect(await deletions()).toBe(before)

  await asPerson(BEA)
  await forgetProofs()
  expect(codeOf(await approve(operationId))).toBe('ProofNeeded')
  await asPerson(BEA)
  expect(codeOf(await approve(operationId))).toBe('ok')
  expect(await deletions()).toBe(before + 1)
  expect(await stateOf(operationId)).toBe('done')
  expect(codeOf(await approve(operationId))).toBe('RequestOver')
  const lines = await linesOf(operationId)
  expect(lines.map(({ action, person, approver }) => [action, person, approver])).toEqual([
    ['console:ask-approval', OLGA, null],
    ['vpc:DeleteCustomerGateway', OLGA, BEA],
    ['vpc:DeleteCustomerGateway', OLGA, BEA],
    ['console:approve', BEA, null],
  ])
})

test('an approval of what reads differently by then does not count, and says so', async () => {
  const before = await deletions()
  const { operationId, customerGatewayId, name } = await asked()
  expect(
    await changeName({ regionId, customerGatewayId, was: name, value: `${name}-now` }),
  ).toMatchObject({ ok: true })
  await asPerson(BEA)
  expect(codeOf(await approve(operationId))).toBe('ReadsDifferently')
  const { state, approval } = await viewOperation(ACCESS, operationId)
  expect(state).toBe('waits-for-approval')
  expect(approval?.history.at(-1)).toMatchObject({ what: 'not-counted', by: BEA })
  expect(await deletions()).toBe(before)
})

test('a request is over after 24 hours, and nothing of what was pressed is kept', async () => {
  const { operationId } = await asked()
  const isIt = eq(approvals.operationId, operationId)
  const [row] = await db().select().from(approvals).where(isIt)
  const hours = (row!.expiresAt.getTime() - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(23.9)
  expect(hours).toBeLessThan(24.1)
  await db()
    .update(approvals)
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .where(isIt)
  await asPerson(BEA)
  expect(codeOf(await approve(operationId))).toBe('RequestOver')
  await expireRequests()
  const { state, approval } = await viewOperation(ACCESS, operationId)
  expect([state, approval?.history.at(-1)?.what]).toEqual(['expired', 'expired'])
  expect((await db().select().from(approvals).where(isIt))[0]?.sealed).toBeNull()
  expect((await linesOf(operationId)).at(-1)?.action).toBe('console:expire-request')
})

test('what its person may not do any more is not sent, whoever approves it', async () => {
  const before = await deletions()
  const { operationId } = await asked()
  const olga = (await listMembers()).find(({ email }) => email === OLGA)!
  for (const change of [
    { role: 'viewer' },
    { role: 'operator', limits: { regionIds: ['us-west-1'] } },
  ] as const) {
    await changeMember(ACCESS, olga.personId, change)
    await asPerson(BEA)
    expect(codeOf(await approve(operationId))).toBe('AskerMayNot')
  }
  await changeMember(ACCESS, olga.personId, { role: 'operator', limits: null })
  await changeMember(ACCESS, olga.personId, { disabled: true })
  expect(codeOf(await approve(operationId))).toBe('AskerMayNot')
  await changeMember(ACCESS, olga.personId, { disabled: false })
  expect(await deletions()).toBe(before)
  expect(codeOf(await approve(operationId))).toBe('ok')
})

test('of two who approve at once one does', async () => {
  const before = await deletions()
  const { operationId } = await asked()
  await asPerson(BEA)
  const first = approve(operationId)
  const second = approve(operationId)
  const codes = [codeOf(await first), codeOf(await second)].toSorted()
  expect(codes).toContain('ok')
  expect(['RequestBusy', 'RequestOver']).toContain(codes[0] === 'ok' ? codes[1] : codes[0])
  expect(await deletions()).toBe(before + 1)
})

test('a request is refused with why, commented on, and withdrawn by who asked alone', async () => {
  const before = await deletions()
  const [first, second] = [await asked(), await asked()]
  const remark = { answer: 'remark' as const, text: 'is it still used?' }
  await asPerson(BEA)
  expect(codeOf(await comment({ ...remark, operationId: first.operationId }))).toBe('ok')
  expect(codeOf(await judge({ ...first, answer: 'reject', text: ' ' } as never))).not.toBe('ok')
  expect(
    codeOf(await judge({ operationId: first.operationId, answer: 'reject', text: 'in use' })),
  ).toBe('ok')
  const { state, approval } = await viewOperation(ACCESS, first.operationId)
  expect(state).toBe('rejected')
  expect(approval?.history.map(({ what, by, text }) => [what, by, text])).toEqual([
    ['asked', OLGA, undefined],
    ['remark', BEA, 'is it still used?'],
    ['rejected', BEA, 'in use'],
  ])
  const withdrawal = { operationId: second.operationId, answer: 'withdraw' as const, text: '' }
  expect(codeOf(await comment(withdrawal))).toBe('RequestOver')
  await asPerson(OLGA)
  expect(codeOf(await comment(withdrawal))).toBe('ok')
  expect(await stateOf(second.operationId)).toBe('cancelled')
  await asPerson(BEA)
  expect(codeOf(await approve(second.operationId))).toBe('RequestOver')
  expect(await deletions()).toBe(before)
})

test('an operation of several steps waits with its keys sealed, keeps nobody from working, and runs when it is approved', async () => {
  const at = await connectionNamed(regionId, 'munich-hq')
  const { connection, addresses, settings } = await readEdit(ACCESS, at, 'en-US')
  const operationId: string = randomUUID()
  const values = valuesOf(connection, addresses)
  otherAlgorithms(values)
  const edited = await begin({
    ...values,
    vpnConnectionId: at.vpnConnectionId,
    was: settings,
    operationId,
    oneAtATime: false,
    confirmed: true,
  })
  expect(edited).toMatchObject({ ok: false, code: 'ApprovalAsked', operationId })
  const { approval } = await viewOperation(ACCESS, operationId)
  expect(approval?.sends.flatMap(({ changes }) => changes).length).toBeGreaterThan(0)
  const [row] = await db().select().from(operations).where(eq(operations.operationId, operationId))
  expect([row?.state, row?.holder]).toEqual(['waits-for-approval', null])
  await asPerson(BEA)
  expect(codeOf(await approve(operationId))).toBe('ok')
  const done = await until(operationId, ({ state }) => state === 'done')
  expect(done.approval?.history.map(({ what }) => what)).toEqual(['asked', 'approved'])
  const lines = await linesOf(operationId)
  const writes = lines.filter(({ action }) => !action.startsWith('console:'))
  expect(writes.length).toBeGreaterThan(0)
  expect(writes.every(({ person, approver }) => person === OLGA && approver === BEA)).toBe(true)
  expect(await db().select().from(operationSecrets)).toEqual([])
})

test('what is not dangerous, and another account, ask nobody', async () => {
  const found = (await listCustomerGateways(ACCESS, { regionId }))[0]!
  const { customerGatewayId, name } = found
  expect(
    await changeName({ regionId, customerGatewayId, was: name, value: `${name}-2` }),
  ).toMatchObject({ ok: true })
})
