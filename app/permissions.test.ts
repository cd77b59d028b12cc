import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, expect, test, vi } from 'vitest'

import { db } from '@/lib/db/pool'
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
    (file) => !/api\/health|app\/metrics/.test(file),
  )) {
    const { GET: made } = (await import(join(process.cwd(), file))) as { GET: Handler }
    found.push({ name: file, made })
  }
  return found
}

/** Signs in somebody of a role; nobody without one. */
const as = (role: Role | undefined) => asPerson(role && `${role}@example.com`)

await Promise.all(
  roles.map((role) =>
    changingPeople((tx) =>
      addPerson(tx, { name: role, email: `${role}@example.com`, role, password: PASSWORD }),
    ),
  ),
)

test('every action refuses whom the table refuses, by itself, and sends nothing', async () => {
  const actions = await everyAction()
  const open = actions.filter(({ made }) => !made.permission).map(({ name }) => name)
  expect(open.toSorted()).toEqual(
    ['accept', 'setLocale', 'setTheme', 'setUp', 'setZone', 'signIn'].map(
      (name) => `app/actions.ts ${name}`,
    ),
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

test('every read refuses whom the table refuses, by itself', async () => {
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

test('a role that is taken away is gone with the next press', async () => {
  const { create } = await import('@/app/(console)/cen/actions')
  await as('operator')
  expect(await create({} as never)).toMatchObject({ ok: false, fieldErrors: {} })
  const operator = (await listMembers()).find(({ role }) => role === 'operator')!
  await changeMember({ profile: 'main' }, operator.personId, { role: 'viewer' })
  expect(await create({} as never)).toMatchObject({ ok: false, code: 'NotAllowed' })
  await changeMember({ profile: 'main' }, operator.personId, { role: 'operator' })
})

test('the page of the roles says of every permission what it is', () => {
  expect(Object.keys(en.people.table.of)).toEqual(
    permissionNames.map((name) => name.replaceAll(/[.-]/g, '_')),
  )
})
