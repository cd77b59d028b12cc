import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { desc, eq } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'

import { judge } from '@/app/(console)/approval-actions'
import { written } from '@/app/(console)/written-by-scripts'
import { POST } from '@/app/api/actions/[name]/route'
import { GET as openapi } from '@/app/api/openapi/route'
import { ACCESS } from '@/lib/attachments/test/sample'
import { listCustomerGateways } from '@/lib/customer-gateways/cloud'
import { apiTokens } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { auditEntries, operations } from '@/lib/db/tables'
import { mayStill } from '@/lib/operations/engine/database'
import { stopEngine } from '@/lib/operations/test/engine'
import { addPerson, changingPeople } from '@/lib/people/members'
import { allows, careOf, isApproved, type Permission, reasonFor } from '@/lib/people/permissions'
import { type Role, roles } from '@/lib/people/schema'
import { withTokens } from '@/lib/people/test/with-tokens'
import { personOfToken } from '@/lib/people/token'
import { listTokens, revokeToken } from '@/lib/people/tokens'
import { REASON_HEADER } from '@/lib/request/reason-header'
import { asked, asPerson, PASSWORD } from '@/lib/request/test/asked'

// Next itself, which runs elsewhere: the headers and cookies of a request, and its language.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)
vi.mock('next-intl/server', async () => {
  const { createTranslator } = await import('use-intl/core')
  const { default: messages } = await import('@/messages/en.json')
  return {
    getLocale: () => Promise.resolve('en'),
    getTranslations: (namespace: 'rules') =>
      Promise.resolve(createTranslator({ locale: 'en', messages, namespace })),
  }
})

const { rig } = await vi.hoisted(async () => {
  Object.assign(process.env, {
    AUTH: 'local',
    ALLOWED_HOSTS: 'localhost:3000',
    SECOND_PERSON: 'main',
  })
  const { startBoth } = await import('@/lib/db/test/rig')
  return { rig: await startBoth(0) }
})
afterAll(() => stopEngine(rig))

const [ADA, BEA] = ['ada@example.com', 'bea@example.com']
await changingPeople((tx) =>
  addPerson(tx, { name: BEA, email: BEA, role: 'administrator', password: PASSWORD }),
)
const { person, tokenOf, lastName } = await withTokens(ADA)

const regionId = 'eu-central-1'
/** No second person is asked there. */
const PARTNER = { 'x-account': 'partner' }
type Name = keyof typeof written

/** As a script asks: no cookie, no word of a browser. */
async function ask(name: string, token: string, body: unknown, more: Record<string, string> = {}) {
  asked.session = ''
  asked.headers = new Headers({ host: 'localhost:3000', authorization: `Bearer ${token}`, ...more })
  const request = new Request(`http://localhost:3000/api/actions/${name}`, {
    method: 'POST',
    headers: asked.headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = await POST(request, { params: Promise.resolve({ name }) })
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown> }
}

const effects = async () => (await rig.emulator.calls()).filter(({ effect }) => effect).length
const gateway = (name: string, at: number) => ({
  regionId,
  name,
  ipAddress: `203.0.113.${at}`,
  asn: '',
  authKey: '',
  description: '',
  tag: [],
})

test('every action that changes something in an account is there for scripts, but what is a person’s to do', async () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => join('app', file))
    .filter((file) => file.endsWith('.ts') && /^'use server'/m.test(readFileSync(file, 'utf8')))
  const known = new Set<unknown>(Object.values(written).map(([act]) => act))
  const missing: string[] = []
  for (const file of files) {
    const all = (await import(join(process.cwd(), file))) as Record<
      string,
      { permission?: Permission }
    >
    for (const [name, act] of Object.entries(all))
      if (act.permission && reasonFor(act.permission) === 'asked' && !known.has(act))
        missing.push(name)
  }
  // Keys are for the screen of who asks; a rehearsal is of whoever sits before it.
  expect(missing.toSorted()).toEqual(['breakOne', 'revealKeys'])
})

test('each does for a role what the table says of it, and sends nothing for who may not', async () => {
  const before = await effects()
  for (const role of roles)
    for (const [name, [{ permission }]] of Object.entries(written)) {
      // Each with a token of its own: none has to wait. No input has this shape.
      const { status, said } = await ask(name, await fresh(role), [], PARTNER)
      const expected = !allows(role, permission)
        ? [403, 'NotAllowed']
        : careOf(permission) === 'step-up'
          ? [403, 'NotByToken']
          : [400, 'Invalid']
      expect([role, name, status, said['code']]).toEqual([role, name, ...expected])
    }
  expect(await effects()).toBe(before)
})

/** A token of a role that has asked little yet. */
const asks = new Map<Role, { token: string; left: number }>()
async function fresh(role: Role): Promise<string> {
  const now = asks.get(role)
  if (now && now.left > 0) {
    now.left -= 1
    return now.token
  }
  const token = await tokenOf(role)
  asks.set(role, { token, left: 50 })
  return token
}

test('a script creates, once for its key, with its reason; the audit names the token', async () => {
  const token = await tokenOf('operator')
  const key = randomUUID()
  const more = { 'idempotency-key': key, [REASON_HEADER]: 'CHG-4711' }
  const first = await ask('customer-gateways.create', token, gateway('by-script', 91), more)
  expect(first).toMatchObject({ status: 200, said: { value: { name: 'by-script' } } })
  const again = await ask('customer-gateways.create', token, gateway('by-script', 91), more)
  expect(again.said).toEqual(first.said)
  const found = await listCustomerGateways(ACCESS, { regionId })
  expect(found.filter(({ name }) => name === 'by-script')).toHaveLength(1)
  const [line] = await db().select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1)
  expect(line).toMatchObject({
    action: 'vpc:CreateCustomerGateway',
    person: ADA,
    role: 'operator',
    token: lastName(),
    reason: 'CHG-4711',
    outcome: 'accepted',
  })
  // What is wrong with it is said at its field, in words.
  const wrong = await ask('customer-gateways.create', token, gateway('by-script', 999))
  expect(wrong).toMatchObject({ status: 400, said: { code: 'Invalid' } })
  expect(Object.values(wrong.said['fieldErrors'] as object)[0]).toMatch(/^[A-Z0-9].* /)
})

test('what wants a proof is refused, nothing sent, unless a second person approves it', async () => {
  const found = await listCustomerGateways(ACCESS, { regionId })
  const { customerGatewayId } = found.find(({ name }) => name === 'by-script')!
  const before = await effects()
  const token = await tokenOf('administrator')
  const body = { regionId, customerGatewayId }
  expect(await ask('customer-gateways.delete', token, body, PARTNER)).toMatchObject({
    status: 403,
    said: { code: 'NotByToken', message: expect.stringContaining('a token cannot give') },
  })
  const remove = () => ask('customer-gateways.delete', token, body)
  const [waits, dies] = [await remove(), await remove()]
  expect(waits).toMatchObject({ status: 202, said: { code: 'ApprovalAsked' } })
  expect(await effects()).toBe(before)
  const approved = async (operationId: unknown) => {
    await asPerson(BEA)
    asked.headers = new Headers({ host: 'localhost:3000', origin: 'http://localhost:3000' })
    return judge({ operationId: String(operationId), answer: 'approve', text: '' })
  }
  expect(await approved(waits.said['operationId'])).toMatchObject({ ok: true })
  expect(await effects()).toBe(before + 1)

  // A token that was taken away asks for nothing any more.
  const { tokenId } = (await listTokens()).find(({ name }) => name === lastName())!
  await revokeToken({ profile: 'main', person }, tokenId)
  expect(await approved(dies.said['operationId'])).toMatchObject({ code: 'AskerMayNot' })
  expect(await remove()).toMatchObject({ status: 401, said: { code: 'SignedOut' } })
})

test('what a token began goes on when its time is over, and asks when it was taken away', async () => {
  const begunBy = (await personOfToken(await tokenOf('operator'), ''))!
  const operationId = randomUUID()
  await db().insert(operations).values({
    operationId,
    kind: 'approved-call',
    state: 'done',
    subject: 'a gateway',
    place: { regionId },
    profile: 'main',
    begunBy,
    input: {},
  })
  const { tokenId } = (await listTokens()).find(({ name }) => name === lastName())!
  const isOver = { expiresAt: new Date(0) }
  await db().update(apiTokens).set(isOver).where(eq(apiTokens.id, tokenId))
  expect(await mayStill(operationId)).toBe(true)
  await revokeToken({ profile: 'main', person }, tokenId)
  expect(await mayStill(operationId)).toBe(false)
})

test('what is no script, no JSON or no action is refused, whatever session there is beside it', async () => {
  const token = await tokenOf('operator')
  const body = gateway('never', 93)
  const before = await effects()
  const statusOf = async (...given: Parameters<typeof ask>) => (await ask(...given)).status
  const name: Name = 'customer-gateways.create'
  expect(await statusOf(name, `cvct_${'a'.repeat(43)}`, body)).toBe(401)
  expect(await statusOf(name, 'no-token', body)).toBe(401)
  expect(await statusOf('toString', token, body)).toBe(404)
  expect(await statusOf(name, token, '{"regionId":')).toBe(400)
  expect(await statusOf(name, token, body, { 'idempotency-key': 'once' })).toBe(400)
  for (const foreign of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { host: 'evil.example' },
    { authorization: '' },
  ])
    expect(await statusOf(name, token, body, foreign)).toBeGreaterThan(400)
  expect(await effects()).toBe(before)
})

test('the description has every write, with the schema by which it judges', async () => {
  asked.headers = new Headers({
    host: 'localhost:3000',
    authorization: `Bearer ${await tokenOf('viewer')}`,
  })
  const answer = await openapi(new Request('http://localhost:3000/', { headers: asked.headers }))
  const { paths } = (await answer.json()) as {
    paths: Record<
      string,
      { post?: { requestBody: { content: Record<string, { schema: object }> } } }
    >
  }
  for (const name of Object.keys(written))
    expect(paths[`/api/actions/${name}`]?.post?.requestBody.content).toHaveProperty(
      'application/json',
    )
  const { schema } = paths['/api/actions/customer-gateways.delete']!.post!.requestBody.content[
    'application/json'
  ] as { schema: { properties: object; required: string[] } }
  expect(schema.required.toSorted()).toEqual(['customerGatewayId', 'regionId'])
})

test('what a token may not do without a proof is what a person may not', () => {
  const proven = Object.values(written)
    .map(([{ permission }]) => permission)
    .filter((permission) => careOf(permission) === 'step-up')
  expect(proven.length).toBeGreaterThan(5)
  expect(proven.filter((permission) => !isApproved(permission))).toEqual([])
})
