import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, expect, test, vi } from 'vitest'

import { create } from '@/app/(console)/cen/actions'
import { reads } from '@/app/api/openapi/reads'
import { GET as openapi } from '@/app/api/openapi/route'
import { GET as metrics } from '@/app/metrics/route'
import { db } from '@/lib/db/pool'
import { allows } from '@/lib/people/permissions'
import { roles } from '@/lib/people/schema'
import { withTokens } from '@/lib/people/test/with-tokens'
import { asked, asPerson } from '@/lib/request/test/asked'

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

const email = 'ada@example.com'
const { tokenOf } = await withTokens(email)

/** As a script asks: no cookie, no word of a browser. */
function ask(path: string, token: string, more: Record<string, string> = {}): Request {
  asked.headers = new Headers({ host: 'localhost:3000', authorization: `Bearer ${token}`, ...more })
  return new Request(`http://localhost:3000${path}`, { headers: asked.headers })
}

test('every read serves a token as the table says of its role, and sends nothing for who may not', async () => {
  let cells = 0
  for (const role of roles) {
    const token = await tokenOf(role)
    for (const [path, [read]] of Object.entries(reads)) {
      // A parameter that none of them knows is refused, or they read.
      const { status } = await read(ask(`${path}?regionId=nowhere`, token))
      const expected = allows(role, read.permission) ? [200, 400, 404, 409, 429] : [403]
      expect([role, path, status]).toEqual([
        role,
        path,
        expected.includes(status) ? status : expected,
      ])
      cells += 1
    }
  }
  expect(cells).toBeGreaterThan(130)
})

test('a token that is unknown opens nothing, whatever session the browser beside it has', async () => {
  await asPerson(email)
  const [cen] = reads['/api/cen']
  expect(
    (await cen(new Request('http://localhost:3000/api/cen', { headers: ask('/', '').headers })))
      .status,
  ).toBe(200)
  expect((await cen(ask('/api/cen', `cvct_${'a'.repeat(43)}`))).status).toBe(401)
  asked.session = ''
  // No page's action is done by a token.
  ask('/', await tokenOf('administrator'), { origin: 'http://localhost:3000' })
  expect(await create({ name: 'x', description: '', tags: [] } as never)).toMatchObject({
    ok: false,
    code: 'SignedOut',
  })
})

test('a token names its account by a header, and reaches no other; a browser of another site is refused', async () => {
  const [cen] = reads['/api/cen']
  const token = await tokenOf('viewer', ['partner'])
  const own = await (await cen(ask('/api/cen', token))).json()
  expect(await (await cen(ask('/api/cen', token, { 'x-account': 'partner' }))).json()).toEqual(own)
  for (const account of ['main', 'nobody', ''])
    expect((await cen(ask('/api/cen', token, { 'x-account': account }))).status).toBe(403)
  const whole = await tokenOf('viewer')
  expect(await (await cen(ask('/api/cen', whole))).json()).not.toEqual(own)
  const foreign = [
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { host: 'evil.example' },
  ]
  for (const headers of foreign)
    expect((await cen(ask('/api/cen', whole, headers))).status).toBeGreaterThan(400)
})

test('S42: a token asks so often and no more, and takes nothing from another', async () => {
  const [token, other] = [await tokenOf('viewer'), await tokenOf('viewer')]
  const [regions] = reads['/api/people/sessions']
  const answers: Response[] = []
  for (let at = 0; at < 200; at++) answers.push(await regions(ask('/', token)))
  expect(answers.slice(0, 60).every(({ status }) => status === 200)).toBe(true)
  const late = answers.find(({ status }) => status === 429)
  expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await regions(ask('/', other))).status).toBe(200)
})

test('metrics are read with a token that nothing limits', async () => {
  const statusOf = async (token: string) => (await metrics(ask('/metrics', token))).status
  expect(await statusOf(await tokenOf('viewer'))).toBe(200)
  expect(await statusOf(await tokenOf('viewer', ['main']))).toBe(401)
  expect(await statusOf(`cvct_${'a'.repeat(43)}`)).toBe(401)
})

test('the description has every read there is, with the parameters by which it judges', async () => {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts') && !/^(health|openapi|actions)\//.test(file))
    .map((file) => join('/api', file).replace(/\/route\.ts$/, ''))
  expect(Object.keys(reads).toSorted()).toEqual(files.toSorted())
  const answer = await openapi(ask('/api/openapi', await tokenOf('viewer')))
  const { paths, components } = (await answer.json()) as {
    paths: Record<
      string,
      {
        get?: { operationId: string; parameters: { name?: string; required?: boolean }[] }
        post?: { operationId: string }
      }
    >
    components: { schemas: Record<string, { required?: string[] }> }
  }
  const named = (path: string) =>
    paths[path]!.get!.parameters.flatMap(({ name, required }) => (name ? [[name, required]] : []))
  expect(named('/api/cen')).toEqual([['cenId', false]])
  expect(named('/api/ipsec-connections/one')).toEqual([
    ['regionId', true],
    ['vpnConnectionId', true],
  ])
  // One of two shapes.
  expect(named('/api/route-tables/associations')).toContainEqual([
    'transitRouterAttachmentId',
    false,
  ])
  const ids = Object.values(paths).map(({ get, post }) => (get ?? post)!.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(components.schemas['Failure']?.required).toEqual(['code', 'message'])
})
