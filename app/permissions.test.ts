import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'

import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { addPerson, changeMember, changingPeople, listMembers } from '@/lib/people/members'
import { allows, careOf, type Permission, permissionNames } from '@/lib/people/permissions'
import { type Role, roles } from '@/lib/people/schema'
import type { ActionResult } from '@/lib/request/result'
import { asked, asPerson, forgetProofs, PASSWORD } from '@/lib/request/test/asked'
import en from '@/messages/en.json'

// Next itself, which runs elsewhere: the headers and cookies of a request.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)

const { emulator, database } = await vi.hoisted(async () => {
  Object.assign(process.env, { AUTH: 'local', ALLOWED_HOSTS: 'localhost:3000' })
  const { startBoth } = await import('@/lib/db/test/rig')
  return await startBoth(0)
})

afterAll(async () => {
  await db().$client.end()
  await Promise.all([emulator.stop(), database.stop()])
})

const OWN = { host: 'localhost:3000', origin: 'http://localhost:3000' }

interface Named<Made> {
  name: string
  made: Made
}

const filesNamed = (pattern: RegExp): string[] =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => join('app', file))
    .filter((file) => pattern.test(file))

type Action = ((input: unknown) => Promise<ActionResult<unknown>>) & { permission?: Permission }

async function everyAction(): Promise<Named<Action>[]> {
  const found: Named<Action>[] = []
  for (const file of filesNamed(/\.tsx?$/)) {
    if (!/^'use server'/m.test(readFileSync(file, 'utf8'))) continue
    const all = (await import(join(process.cwd(), file))) as Record<string, Action>
    for (const [name, made] of Object.entries(all)) found.push({ name: `${file} ${name}`, made })
  }
  return found
}

type Handler = ((request: Request) => Promise<Response>) & { permission: Permission }

async function everyHandler(): Promise<Named<Handler>[]> {
  const found: Named<Handler>[] = []
  for (const file of filesNamed(/\/route\.ts$/).filter(
    (file) => !/api\/(health|actions)|app\/metrics/.test(file),
  )) {
    const { GET: made } = (await import(join(process.cwd(), file))) as { GET: Handler }
    found.push({ name: file, made })
  }
  return found
}

/** Signs in somebody of a role; nobody without one. */
const as = (role: Role | undefined) => asPerson(role && `${role}@example.com`)

for (const role of roles)
  await changingPeople((tx) =>
    addPerson(tx, { name: role, email: `${role}@example.com`, role, password: PASSWORD }),
  )

test('S2, S3: every action refuses whom the table refuses, by itself, and sends nothing', async () => {
  const actions = await everyAction()
  const open = actions.filter(({ made }) => !made.permission).map(({ name }) => name)
  expect(open.toSorted()).toEqual(
    [
      'accept',
      'beginElsewhere',
      'beginPasskeySignIn',
      'endElsewhere',
      'setLocale',
      'setTheme',
      'setUp',
      'setZone',
      'signIn',
      'signInByPasskey',
    ].map((name) => `app/actions.ts ${name}`),
  )
  let cells = 0
  for (const role of [undefined, ...roles])
    for (const isProven of role ? [true, false] : [false]) {
      await as(role)
      if (!isProven) await forgetProofs()
      for (const { name, made } of actions) {
        const { permission } = made
        if (!permission) continue
        // No input has this shape, so that what is allowed goes no further than the schema.
        const result = await made([])
        const code = result.ok ? 'ok' : (result.code ?? 'invalid')
        const allowed = isProven || careOf(permission) !== 'step-up' ? 'invalid' : 'ProofNeeded'
        const expected = !role ? 'SignedOut' : allows(role, permission) ? allowed : 'NotAllowed'
        expect([role, isProven, name, code]).toEqual([role, isProven, name, expected])
        cells += 1
      }
    }
  expect(cells).toBeGreaterThan(500)
  expect(await emulator.calls()).toEqual([])
})

test('S2, S3: every read refuses whom the table refuses, by itself', async () => {
  const handlers = await everyHandler()
  let cells = 0
  for (const role of [undefined, ...roles]) {
    await as(role)
    for (const { name, made } of handlers) {
      // A parameter that none of them knows is refused, or they read.
      const { status } = await made(
        new Request('http://localhost:3000/api/x?regionId=nowhere', { headers: asked.headers }),
      )
      const expected = !role ? [401] : allows(role, made.permission) ? [200, 400, 404, 409] : [403]
      expect([role, name, expected]).toEqual([
        role,
        name,
        expected.includes(status) ? expected : status,
      ])
      cells += 1
    }
  }
  expect(cells).toBeGreaterThan(100)
})

test('S2: who is refused stands in the audit: nobody by address, somebody by name, once a minute for what was asked', async () => {
  const actions = (await everyAction()).filter(({ made }) => made.permission)
  const [read] = await everyHandler()
  const lines = () =>
    db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'console:denied'))
      .orderBy(auditEntries.id)
  const known = (await lines()).length
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  asked.headers = new Headers({ ...OWN, 'x-forwarded-for': '192.0.2.9' })
  await as(undefined)
  for (let again = 0; again < 3; again += 1) for (const { made } of actions) await made([])
  const permissions = new Set(actions.map(({ made }) => made.permission))
  const ofNobody = (await lines()).slice(known)
  expect(ofNobody).toHaveLength(permissions.size)
  expect(new Set(ofNobody.map(({ changes }) => changes[0]?.to))).toEqual(permissions)
  expect(ofNobody[0]).toMatchObject({ person: null, address: '192.0.2.9', code: 'SignedOut' })

  // However many addresses somebody has, and whatever is asked.
  for (let at = 0; at < 100; at += 1) {
    asked.headers = new Headers({ ...OWN, 'x-forwarded-for': `198.51.100.${at}` })
    await read!.made(new Request('http://localhost:3000/api/x', { headers: OWN }))
  }
  const flood = (await lines()).length - known
  expect(flood).toBeGreaterThan(permissions.size)
  expect(flood).toBeLessThanOrEqual(60)

  await as('viewer')
  const { GET } = await import('@/app/api/people/route')
  const denied = async () =>
    await GET(new Request('http://localhost:3000/api/people', { headers: OWN }))
  for (let at = 0; at < 5; at += 1) expect((await denied()).status).toBe(403)
  const ofViewer = (await lines()).filter(({ person }) => person === 'viewer@example.com')
  const before = ofViewer.length
  expect(ofViewer.at(-1)).toMatchObject({ role: 'viewer', code: 'NotAllowed' })
  vi.setSystemTime(Date.now() + 60_000)
  await denied()
  const after = (await lines()).filter(({ person }) => person === 'viewer@example.com')
  expect(after).toHaveLength(before + 1)
  vi.useRealTimers()
})

const LIMITS = {
  profiles: ['main'],
  cenIds: ['cen-own'],
  regionIds: ['eu-central-1'],
}
/** What lies outside of each of them, and what lies within all. */
const OUTSIDE = [
  { cenId: 'cen-other' },
  { regionId: 'us-west-1' },
  { deep: [{ cenIds: ['cen-other'] }] },
]
const INSIDE = [{}, { cenId: 'cen-own', regionId: 'eu-central-1' }]
/** About the console and oneself, whatever the limits. */
const ofConsole = (permission: Permission) =>
  /^(people|own-account|own-factors|preferences)\./.test(permission)

/** Limits everybody, or nobody any more; whoever administrates is not. */
const limitAll = (limits: object | null) =>
  db().execute(sql`update person set limits = ${limits && JSON.stringify(limits)}::jsonb`)

test('every action and read refuses what lies outside of the limits of whoever asks, by itself', async () => {
  const actions = (await everyAction()).filter(({ made }) => made.permission)
  const handlers = await everyHandler()
  const before = (await emulator.calls()).length
  await limitAll(LIMITS)
  asked.headers = new Headers(OWN)
  let cells = 0
  for (const role of roles) {
    await as(role)
    for (const [inputs, isOutside] of [
      [OUTSIDE, true],
      [INSIDE, false],
    ] as const)
      for (const input of inputs) {
        for (const { name, made } of actions) {
          const permission = made.permission!
          const result = await made([input])
          const code = result.ok ? 'ok' : (result.code ?? 'invalid')
          const expected = !allows(role, permission)
            ? 'NotAllowed'
            : isOutside && !ofConsole(permission)
              ? 'OutsideLimits'
              : 'invalid'
          expect([role, name, input, code]).toEqual([role, name, input, expected])
          cells += 1
        }
        const query = new URLSearchParams(input as Record<string, string>)
        if ('deep' in input) continue
        for (const { name, made } of handlers) {
          if (ofConsole(made.permission) || !isOutside) continue
          const { status } = await made(
            new Request(`http://localhost:3000/api/x?${query}`, { headers: OWN }),
          )
          expect([role, name, input, status]).toEqual([role, name, input, 403])
          cells += 1
        }
      }
  }
  expect(cells).toBeGreaterThan(700)
  expect((await emulator.calls()).length).toBe(before)
  await limitAll({ profiles: [] })
  for (const { name, made } of actions) {
    if (ofConsole(made.permission!)) continue
    expect([name, await made([])]).toMatchObject([name, { ok: false, code: 'OutsideLimits' }])
  }
  await limitAll(null)
})

test('a role that is taken away is gone with the next press', async () => {
  const { create } = await import('@/app/(console)/cen/actions')
  await as('operator')
  expect(await create({} as never)).toMatchObject({ ok: false, fieldErrors: {} })
  const operator = (await listMembers()).find(({ role }) => role === 'operator')!
  await changeMember({ profile: 'main' }, operator.personId, { role: 'viewer' })
  expect(await create({} as never)).toMatchObject({ ok: false, code: 'NotAllowed' })
  await changeMember({ profile: 'main' }, operator.personId, { role: 'operator' })
})

test('who lacks the second factor that is asked for can do nothing but set it up', async () => {
  const open = /^(own-account\.write|own-factors\.|preferences\.)/
  await db().execute(sql`update person set second_factor_required = true`)
  for (const role of roles) {
    await as(role)
    for (const { name, made } of await everyAction()) {
      if (!made.permission) continue
      const result = await made([])
      const code = result.ok ? 'ok' : (result.code ?? 'invalid')
      const isOpen = open.test(made.permission)
      const expected = !allows(role, made.permission)
        ? 'NotAllowed'
        : isOpen
          ? 'invalid'
          : 'FactorNeeded'
      expect([role, name, code]).toEqual([role, name, expected])
    }
    const closed = (await everyHandler()).filter(({ made }) => !open.test(made.permission))
    for (const { name, made } of closed) {
      const { status } = await made(new Request('http://localhost:3000/api/x', { headers: OWN }))
      expect([role, name, status]).toEqual([role, name, 403])
    }
  }
  await db().execute(sql`update person set second_factor_required = false`)
})

test('the page of the roles says of every permission what it is', () => {
  expect(Object.keys(en.people.table.of)).toEqual(
    permissionNames.map((name) => name.replaceAll(/[.-]/g, '_')),
  )
})
