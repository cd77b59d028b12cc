import { generateKeyPairSync } from 'node:crypto'

import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { people, sessions, verifications } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { changeMember, invite } from '@/lib/people/members'
import { isProven, proofsOf } from '@/lib/people/presence'
import type { Purpose } from '@/lib/people/schema'
import { personOf } from '@/lib/people/session'
import { signIn } from '@/lib/people/sign-in'
import { beginElsewhere, endElsewhere } from '@/lib/people/sign-in-elsewhere'

const browser = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
// Next itself, which runs elsewhere: the headers and cookies of a request.
vi.mock('next/headers', () => ({
  headers: () =>
    Promise.resolve(new Headers({ host: 'localhost:3000', 'x-forwarded-for': '192.0.2.1' })),
  cookies: () =>
    Promise.resolve({
      get: (name: string) =>
        browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined,
      set: (name: string, value: string) => browser.cookies.set(name, value),
      delete: ({ name }: { name: string }) => browser.cookies.delete(name),
    }),
}))

const { database, provider } = await vi.hoisted(async () => {
  const { startDatabase, pointAt } = await import('@/lib/db/test/rig')
  const { startProvider } = await import('@/lib/people/test/provider')
  const [database, provider] = await Promise.all([startDatabase(), startProvider()])
  pointAt({ port: 1 }, database)
  Object.assign(process.env, {
    AUTH: 'oidc',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
    OIDC_ROLES: 'viewer=everybody; operator=net-ops, noc; administrator=admins',
  })
  return { database, provider }
})

const ADA = { email: 'ada@example.com', email_verified: true, name: 'Ada', groups: ['admins'] }
const OMAR = { ...ADA, email: 'omar@example.com', name: 'Omar', groups: ['everybody', 'noc'] }

beforeEach(async () => {
  for (const table of [people, verifications]) await db().delete(table)
  browser.cookies.clear()
  Object.assign(provider, { who: 'ada', known: { ada: ADA, omar: OMAR }, forge: undefined })
  Object.assign(provider, { forgeKey: undefined })
})
afterAll(async () => {
  await db().$client.end()
  await Promise.all([database.stop(), provider.stop()])
})

const begin = async (purpose: Purpose = 'sign-in', { next = '/audit', email = '' } = {}) =>
  (await beginElsewhere({ purpose, next, email })).address

/** Follows the provider as a browser does; gives the query with which it leads back. */
async function walk(address: string): Promise<string> {
  const jar = new Map<string, string>()
  for (let url = address; ;) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/)
      jar.set(name, value)
    }
    const next = new URL(answer.headers.get('location') ?? '', url)
    if (next.pathname === '/sign-in/callback') return next.search.slice(1)
    url = next.href
  }
}

const signedIn = async (purpose?: Purpose, as?: { next?: string; email?: string }) =>
  await endElsewhere(await walk(await begin(purpose, as)))
const me = async () => ({
  ...(await personOf(browser.cookies.get('session'), false))!,
  address: '192.0.2.1',
})
const open = async () => (await db().select().from(sessions)).length
const refused = (code: string) => ({ name: 'AccessError', code })
const lines = async (action: string) =>
  (
    await db()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, `console:${action}`))
      .orderBy(auditEntries.id)
  ).map(({ person, outcome, code }) => [person, outcome, code])

test('whoever the provider knows is let in, with the highest role that its claim gives, anew each time', async () => {
  expect(await signedIn()).toMatchObject({ purpose: 'sign-in', next: '/audit' })
  expect(await me()).toMatchObject({ name: 'Ada', email: ADA.email, role: 'administrator' })
  expect(await proofsOf(await me())).toEqual(['oidc'])
  // When somebody signed in there counts as a proof only where it is told.
  expect(await isProven(await me())).toBe(false)
  provider.forge = (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 60 })
  await signedIn()
  expect(await isProven(await me())).toBe(true)
  provider.forge = undefined
  provider.who = 'omar'
  await signedIn()
  expect(await me()).toMatchObject({ email: OMAR.email, role: 'operator' })
  // Whoever administrates is under no limits.
  await changeMember({ profile: '' }, (await me()).personId, {
    role: 'operator',
    limits: { regionIds: ['eu-central-1'] },
  })
  provider.known['omar'] = { ...OMAR, groups: ['admins'] }
  await signedIn()
  expect(await me()).toMatchObject({ role: 'administrator' })
  expect(await me()).not.toHaveProperty('limits')
  expect((await lines('sign-in')).slice(-2)).toEqual([
    [OMAR.email, 'accepted', null],
    [OMAR.email, 'accepted', null],
  ])
})

test('a state is worth one sign-in, of the browser that began it, for ten minutes', async () => {
  const query = await walk(await begin())
  const own = new Map(browser.cookies)
  browser.cookies.clear()
  await expect(endElsewhere(query)).rejects.toMatchObject(refused('SignInOver'))
  browser.cookies = new Map(own)
  await endElsewhere(query)
  browser.cookies = new Map(own)
  await expect(endElsewhere(query)).rejects.toMatchObject(refused('SignInOver'))
  const late = await walk(await begin())
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
  await expect(endElsewhere(late)).rejects.toMatchObject(refused('SignInOver'))
  vi.useRealTimers()
  expect(await open()).toBe(1)
})

test('what somebody else began is not ended here: neither their whole answer nor their code with our state', async () => {
  const theirs = new URLSearchParams(await walk(await begin()))
  browser.cookies.clear()
  const address = await begin()
  const own = new Map(browser.cookies)
  await expect(endElsewhere(theirs.toString())).rejects.toMatchObject(refused('SignInRefused'))
  browser.cookies = new Map(own)
  await expect(endElsewhere(theirs.toString())).rejects.toMatchObject(refused('SignInOver'))
  await begin()
  const injected = new URLSearchParams(theirs)
  const again = await begin()
  injected.set('state', new URL(again).searchParams.get('state')!)
  await expect(endElsewhere(injected.toString())).rejects.toMatchObject(refused('SignInRefused'))
  // The provider said no, or says that it is another one.
  const state = new URL(await begin()).searchParams.get('state')!
  const denied = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer })
  await expect(endElsewhere(denied.toString())).rejects.toMatchObject(refused('SignInRefused'))
  const other = new URLSearchParams(await walk(await begin()))
  other.set('iss', 'https://evil.example')
  await expect(endElsewhere(other.toString())).rejects.toMatchObject(refused('SignInRefused'))
  expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256')
  expect([await open(), browser.cookies.has('session')]).toEqual([0, false])
})

test('who is told by a token of another issuer, audience, time, nonce or key is nobody', async () => {
  const now = Math.floor(Date.now() / 1000)
  let earlier: unknown
  provider.forge = (claims) => {
    earlier = claims['nonce']
    return claims
  }
  await signedIn()
  browser.cookies.clear()
  const wrong: Record<string, unknown>[] = [
    { iss: 'https://evil.example' },
    { aud: 'another' },
    { aud: ['console', 'another'], azp: 'another' },
    { exp: now - 3600, iat: now - 7200 },
    { exp: undefined },
    { iat: undefined },
    { sub: undefined },
    { nonce: earlier },
    { nonce: undefined },
  ]
  for (const said of wrong) {
    provider.forge = (claims) => ({ ...claims, ...said })
    expect([said, await signedIn().catch((error: unknown) => error)]).toMatchObject([
      said,
      refused('SignInRefused'),
    ])
  }
  provider.forge = (claims) => claims
  provider.forgeKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  await expect(signedIn()).rejects.toMatchObject(refused('SignInRefused'))
  expect(browser.cookies.has('session')).toBe(false)
})

test('a session is always another one than the browser had, and leads nowhere but into the console', async () => {
  browser.cookies.set('session', 'planted.by-somebody')
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:1'])
    expect((await signedIn('sign-in', { next })).next).toBe('/cen')
  const first = browser.cookies.get('session')
  expect(await personOf('planted.by-somebody', false)).toBeUndefined()
  await signedIn()
  expect(browser.cookies.get('session')).not.toBe(first)
  const kept = JSON.stringify(await db().select().from(sessions))
  expect(kept).not.toContain(browser.cookies.get('session')!.split('.')[0])
})

test('an address is taken over only where the provider has checked it, and by one subject', async () => {
  await signedIn()
  const { personId } = await me()
  const imposter = { ...ADA, groups: ['everybody'] }
  provider.known = { ada: ADA, eve: { ...imposter, email_verified: false }, eve2: imposter }
  for (const who of ['eve', 'eve2']) {
    provider.who = who
    await expect(signedIn()).rejects.toMatchObject(refused('EmailTaken'))
  }
  provider.known['nobody'] = { ...OMAR, groups: ['others'] }
  provider.who = 'nobody'
  await expect(signedIn()).rejects.toMatchObject(refused('NoRole'))
  provider.known['nameless'] = { groups: ['admins'] }
  provider.who = 'nameless'
  await expect(signedIn()).rejects.toMatchObject(refused('NoEmail'))
  expect((await lines('sign-in')).at(-1)).toEqual(['nameless', 'refused', 'NoEmail'])
  // Known from before, by a password: the same person from now on.
  await db().insert(people).values({
    id: 'before',
    name: 'Omar',
    email: OMAR.email,
    role: 'viewer',
    createdAt: new Date(),
    updatedAt: new Date(),
  })
  provider.known['omar'] = OMAR
  provider.who = 'omar'
  await signedIn()
  expect(await me()).toMatchObject({ personId: 'before', role: 'operator' })
  await changeMember({ profile: '' }, 'before', { disabled: true })
  await expect(signedIn()).rejects.toMatchObject(refused('SignInRefused'))
  expect(personId).not.toBe('before')
})

test('S17: a fresh sign-in at the provider proves who is there: of the same person, begun in this session, a moment ago', async () => {
  const hoursAgo = Math.floor(Date.now() / 1000) - 7200
  provider.forge = (claims) => ({ ...claims, auth_time: hoursAgo })
  await signedIn()
  // Who was signed in there all the time need not be there now.
  expect(await isProven(await me())).toBe(false)
  await expect(signedIn('prove')).rejects.toMatchObject(refused('SignInRefused'))
  expect(await isProven(await me())).toBe(false)
  provider.forge = undefined
  provider.who = 'omar'
  await expect(signedIn('prove')).rejects.toMatchObject(refused('OtherPerson'))
  provider.who = 'ada'
  const before = browser.cookies.get('session')
  expect(await signedIn('prove')).toMatchObject({ purpose: 'prove', email: ADA.email })
  expect(browser.cookies.get('session')).not.toBe(before)
  expect(await isProven(await me())).toBe(true)
  expect((await lines('prove')).map(([, outcome]) => outcome)).toEqual(['refused', 'accepted'])
  browser.cookies.delete('session')
  await expect(begin('prove')).rejects.toMatchObject(refused('NotAllowed'))
})

test('a page that waits gets a session of its own person, or none', async () => {
  provider.who = 'omar'
  await expect(signedIn('again', { email: ADA.email })).rejects.toMatchObject(
    refused('OtherPerson'),
  )
  expect([await open(), browser.cookies.has('session')]).toEqual([0, false])
  provider.who = 'ada'
  expect(await signedIn('again', { email: ADA.email })).toMatchObject({ purpose: 'again' })
  expect(await me()).toMatchObject({ email: ADA.email })
})

test('where the provider says who people are, no password and no invitation does, and no role is set here', async () => {
  await signedIn()
  const { personId } = await me()
  await expect(
    signIn({ email: ADA.email, password: 'correct horse battery', code: '' }),
  ).rejects.toMatchObject(refused('NotAllowed'))
  await expect(
    invite({ profile: '' }, { name: 'Eve', email: 'eve@example.com', role: 'viewer' }),
  ).rejects.toMatchObject(refused('NotAllowed'))
  await expect(changeMember({ profile: '' }, personId, { role: 'viewer' })).rejects.toThrow(
    'not valid',
  )
})

test('a provider that is away is said to be, and lets nobody in', async () => {
  const query = await walk(await begin())
  await provider.stop()
  await expect(endElsewhere(query)).rejects.toMatchObject(refused('ProviderAway'))
  expect(await open()).toBe(0)
})
