import { createHmac, randomUUID } from 'node:crypto'

import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { comment, judge } from '@/app/(console)/approval-actions'
import { deleteGateway } from '@/app/(console)/vpn/customer-gateways/actions'
import { postRequests } from '@/lib/approvals/webhook'
import { ACCESS } from '@/lib/attachments/test/sample'
import { createCustomerGateway, listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { db } from '@/lib/db/pool'
import { approvals, operations } from '@/lib/db/tables'
import { stopEngine } from '@/lib/operations/test/engine'
import type { Limits } from '@/lib/people/limits'
import { addPerson, changeMember, changingPeople, listMembers } from '@/lib/people/members'
import { asPerson, PASSWORD } from '@/lib/request/test/asked'

// Next itself, which runs elsewhere: the headers and cookies of a request, and its language.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('en') }))

const SECRET = 'a-secret-of-the-webhook'
const { rig, hook, posted, meanwhile } = await vi.hoisted(async () => {
  const { createServer } = await import('node:http')
  const posted: { signature: unknown; body: string }[] = []
  /** What happens while the webhook has not answered yet. */
  const meanwhile = { do: (_body: string): Promise<unknown> => Promise.resolve() }
  const hook = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      posted.push({ signature: request.headers['x-signature-256'], body })
      void meanwhile.do(body).then(() => response.end())
    })
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  const { port } = hook.address() as { port: number }
  Object.assign(process.env, {
    ALERT_WEBHOOK: `http://127.0.0.1:${port}/hook`,
    ALERT_WEBHOOK_SECRET: 'a-secret-of-the-webhook',
    AUTH: 'local',
    ALLOWED_HOSTS: 'localhost:3000',
    SECOND_PERSON: 'main',
  })
  const { startBoth } = await import('@/lib/db/test/rig')
  return { rig: await startBoth(0), hook, posted, meanwhile }
})
afterAll(async () => {
  hook.close()
  await stopEngine(rig)
})

const OLGA = 'olga@example.com'
const BEA = 'bea@example.com'
for (const [email, role] of [
  [OLGA, 'operator'],
  [BEA, 'approver'],
  ['carl@example.com', 'administrator'],
] as const)
  await changingPeople((tx) => addPerson(tx, { name: email, email, role, password: PASSWORD }))

beforeEach(() => asPerson(OLGA))

const regionId = 'eu-central-1'

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
  const asks = { ok: false, code: 'ApprovalAsked', operationId }
  expect(await deleteGateway({ regionId, customerGatewayId }, operationId)).toMatchObject(asks)
  return { operationId, customerGatewayId, name }
}

test('the webhook is told once of each request, signed, and of nothing that is over', async () => {
  const [over, told] = [await asked(), await asked()]
  await comment({ operationId: over.operationId, answer: 'withdraw', text: '' })
  for (let at = 0; at < 20; at++) await postRequests()
  const own = posted.filter(({ body }) => body.includes(told.operationId))
  expect(own).toHaveLength(1)
  expect(JSON.parse(own[0]!.body)).toMatchObject({
    event: 'approval-asked',
    kind: 'approved-call',
    subject: told.name,
    by: OLGA,
    path: `/operations/${told.operationId}`,
  })
  const digest = createHmac('sha256', SECRET).update(own[0]!.body).digest('hex')
  expect(own[0]!.signature).toBe(`sha256=${digest}`)
  const isOver = eq(approvals.operationId, over.operationId)
  expect((await db().select().from(approvals).where(isOver))[0]?.dueAt).toBeNull()
})

test('while the webhook takes its time nothing is held: the request is answered, and told no second time', async () => {
  const { operationId } = await asked()
  const of = eq(approvals.operationId, operationId)
  meanwhile.do = async (body) => {
    if (!body.includes(operationId)) return
    await postRequests()
    await comment({ operationId, answer: 'withdraw', text: '' })
  }
  for (let at = 0; at < 20; at++) await postRequests()
  meanwhile.do = () => Promise.resolve()
  expect(posted.filter(({ body }) => body.includes(operationId))).toHaveLength(1)
  expect((await db().select().from(approvals).where(of))[0]?.dueAt).toBeNull()
})

test('an approver who is limited approves what lies within, wherever a request says to be', async () => {
  const { operationId, customerGatewayId } = await asked()
  const approve = async () => {
    const result = await judge({ operationId, answer: 'approve', text: '' })
    return result.ok ? 'ok' : result.code
  }
  const isThere = async () =>
    (await listCustomerGateways(ACCESS, { regionId })).some(
      (each) => each.customerGatewayId === customerGatewayId,
    )
  const bea = (await listMembers()).find(({ email }) => email === BEA)!
  const limit = (limits: Limits | null) =>
    changeMember(ACCESS, bea.personId, { role: 'approver', limits })
  const says = (place: string) =>
    db()
      .update(operations)
      .set({ place: { regionId: place } })
      .where(eq(operations.operationId, operationId))
  await asPerson(BEA)
  await limit({ regionIds: ['us-west-1'] })
  expect(await approve()).toBe('OperationNotFound')
  await says('us-west-1')
  expect(await approve()).toBe('OutsideLimits')
  await says(regionId)
  for (const others of [{ profiles: ['partner'] }, { cenIds: ['cen-other'] }]) {
    await limit(others)
    expect(['OutsideLimits', 'OperationNotFound']).toContain(await approve())
  }
  expect(await isThere()).toBe(true)
  await limit({ regionIds: [regionId] })
  expect(await approve()).toBe('ok')
  expect(await isThere()).toBe(false)
  await limit(null)
})
