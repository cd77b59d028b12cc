import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { people } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { listFactors } from '@/lib/people/factors'
import { listMembers } from '@/lib/people/members'
import { beginUse } from '@/lib/people/passkeys'
import { isProven, proofsOf, prove } from '@/lib/people/presence'
import { signIn } from '@/lib/people/sign-in'
import { signInByPasskey } from '@/lib/people/sign-in-by-passkey'
import { makeDevice } from '@/lib/people/test/device'
import {
  ADA,
  by,
  type Device,
  EVE,
  from,
  me,
  open,
  refused,
  signInBy,
  signOut,
  startAnew,
  withPasskey,
} from '@/lib/people/test/passkey-rig'
import { asked, asPerson, forgetProofs, PASSWORD } from '@/lib/request/test/asked'

// Next itself, which runs elsewhere: the headers and cookies of a request.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)

const { database } = await vi.hoisted(async () => {
  const { startDatabase, pointAt } = await import('@/lib/db/test/rig')
  const database = await startDatabase()
  pointAt({ port: 1 }, database)
  Object.assign(process.env, { AUTH: 'local' })
  return { database }
})

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await startAnew()
})
afterAll(async () => {
  vi.useRealTimers()
  await db().$client.end()
  await database.stop()
})

test('S17: a passkey signs in by itself; the password alone does not any more', async () => {
  const device = makeDevice()
  await withPasskey(ADA, device)
  expect(await signIn({ email: ADA, password: PASSWORD, code: '' })).toEqual({ needs: ['passkey'] })
  expect([await open(), asked.session]).toEqual([0, ''])
  await signInByPasskey({ passkey: device.sign(await beginUse()), email: '' })
  expect(await me()).toMatchObject({ email: ADA, role: 'administrator' })
  expect(await isProven(await me())).toBe(true)
  const [factor] = await listFactors((await me()).personId)
  expect(factor).toMatchObject({
    kind: 'passkey',
    passkey: { name: 'laptop', host: 'localhost' },
    usedAt: expect.any(String) as string,
  })
  const lines = await db().select().from(auditEntries).orderBy(auditEntries.id)
  expect(
    lines
      .slice(-3)
      .map(({ action, person, outcome, changes }) => [action, person, outcome, changes]),
  ).toEqual([
    [
      'console:set-up-factor',
      ADA,
      'accepted',
      [
        { what: 'factor', from: '', to: 'passkey' },
        { what: 'passkeyName', from: '', to: 'laptop' },
      ],
    ],
    ['console:sign-in', ADA, 'refused', [{ what: 'proof', from: '', to: 'password' }]],
    ['console:sign-in', ADA, 'accepted', [{ what: 'proof', from: '', to: 'passkey' }]],
  ])
})

type Press = (device: Device) => Promise<unknown>

/** What is tried with Ada's device; all of it is answered alike. */
const TRIED: Record<string, Press> = {
  'for another challenge': (device) => signInBy(device, { challenge: 'bm90IHRoaXMgb25l' }),
  'at another origin': (device) => signInBy(device, { origin: 'http://localhost:3001' }),
  'over TLS, which this is not': (device) => signInBy(device, { origin: 'https://localhost:3000' }),
  'for another console': (device) => signInBy(device, { host: 'example.com' }),
  'that nobody unlocked': (device) => signInBy(device, { isVerified: false }),
  'that counts back': (device) => signInBy(device, { counter: 1 }),
  'that says to be of somebody else': (device) => signInBy(device, { userHandle: 'ZXZl' }),
  'that says not of whom it is': (device) => signInBy(device, { userHandle: '' }),
  'that nobody knows': () => signInBy(makeDevice()),
  'of the same name with another key': (device) => signInBy(makeDevice(device.id)),
  'by a browser that was not asked': async (device) => {
    const question = await beginUse()
    asked.cookies.clear()
    await signInByPasskey({ passkey: device.sign(question), email: '' })
  },
  'too late': async (device) => {
    const question = await beginUse()
    vi.setSystemTime(Date.now() + 5 * 60_000)
    await signInByPasskey({ passkey: device.sign(question), email: '' })
  },
  'for a proof of somebody who was there': async (device) => {
    await asPerson(EVE)
    const question = await beginUse(await me())
    await signOut()
    await signInByPasskey({ passkey: device.sign(question), email: '' })
  },
  'of somebody who is disabled': async (device) => {
    const { personId } = (await listMembers()).find(({ email }) => email === ADA)!
    await db().update(people).set({ disabledAt: new Date() }).where(eq(people.id, personId))
    await signInBy(device)
  },
}

test.each(Object.entries(TRIED))(
  'a signature %s signs nobody in, and is told like any other',
  async (_, tried) => {
    const device = makeDevice()
    await withPasskey(ADA, device)
    await signInBy(device)
    await signInBy(device)
    await signOut()
    await expect(tried(device)).rejects.toMatchObject(refused)
    expect([await open(), asked.session]).toEqual([0, ''])
    const lines = await db().select().from(auditEntries).orderBy(auditEntries.id)
    expect(lines.at(-1)).toMatchObject({ action: 'console:sign-in', outcome: 'refused' })
  },
)

test('what signed in once signs in no second time, also not by two at once', async () => {
  const device = makeDevice()
  await withPasskey(ADA, device)
  const passkey = device.sign(await beginUse())
  const { cookies } = asked
  const kept = new Map(cookies)
  const answers = await Promise.allSettled(
    [1, 2].map(() => signInByPasskey({ passkey, email: '' })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  for (const [name, value] of kept) cookies.set(name, value)
  await expect(signInByPasskey({ passkey, email: '' })).rejects.toMatchObject(refused)
})

test('one that does not count is taken as often as it signs', async () => {
  const device = makeDevice()
  await withPasskey(ADA, device)
  for (let again = 0; again < 2; again += 1) await signInBy(device, { counter: 0 })
  await signInBy(device, { counter: 7 })
  await expect(signInBy(device, { counter: 0 })).rejects.toMatchObject(refused)
})

test('S17: a passkey proves who is there: of this person, asked of this person, and of nobody else', async () => {
  const [ada, eve] = [makeDevice(), makeDevice()]
  await withPasskey(ADA, ada)
  await withPasskey(EVE, eve)
  await signInBy(ada)
  await forgetProofs()
  expect(await proofsOf(await me())).toEqual(['passkey', 'password'])
  const said = async (device: Device, odd = {}) =>
    await prove(await by(), {
      by: 'passkey',
      passkey: device.sign(await beginUse(await me()), odd),
    })
  await expect(said(eve)).rejects.toMatchObject(refused)
  await expect(said(ada, { isVerified: false })).rejects.toMatchObject(refused)
  // What was asked for a sign-in is no question to somebody.
  const anybody = ada.sign(await beginUse())
  await expect(prove(await by(), { by: 'passkey', passkey: anybody })).rejects.toMatchObject(
    refused,
  )
  expect(await isProven(await me())).toBe(false)
  const before = asked.session
  await said(ada)
  expect([asked.session === before, await isProven(await me())]).toEqual([false, true])
  const lines = await db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'console:prove'))
    .orderBy(auditEntries.id)
  expect(lines.slice(-4).map(({ outcome }) => outcome)).toEqual([
    'refused',
    'refused',
    'refused',
    'accepted',
  ])
})

test('a page that waits for somebody takes the passkey of nobody else', async () => {
  const [ada, eve] = [makeDevice(), makeDevice()]
  await withPasskey(ADA, ada)
  await withPasskey(EVE, eve)
  await expect(signInBy(eve, {}, ADA)).rejects.toMatchObject({
    issues: [{ path: ['passkey'], message: expect.stringContaining('passkeyOther') as string }],
  })
  expect(await open()).toBe(0)
  await signInBy(ada, {}, ADA)
  expect(await me()).toMatchObject({ email: ADA })
})

test('wrong passkeys from one address are slowed down, and lock out nobody elsewhere', async () => {
  const device = makeDevice()
  await withPasskey(ADA, device)
  const wrong = makeDevice()
  for (let tries = 0; tries < 50; tries += 1)
    await expect(signInBy(wrong)).rejects.toMatchObject(refused)
  await expect(signInBy(device)).rejects.toMatchObject({
    issues: [{ path: ['passkey'], message: expect.stringContaining('tooMany') as string }],
  })
  asked.headers = from('localhost:3000', '198.51.100.7')
  await signInBy(device)
  expect(await me()).toMatchObject({ email: ADA })
})
