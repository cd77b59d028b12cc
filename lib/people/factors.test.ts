import { and, eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { authenticators, failedSignIns, people, sessions } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { acceptsCode, beginAuthenticator } from '@/lib/people/authenticator'
import { confirmAuthenticator, endFactors, removeAuthenticator } from '@/lib/people/factors'
import { signInSchema } from '@/lib/people/form'
import { addPerson, changeMember, changeOwnPassword, changingPeople } from '@/lib/people/members'
import { proofsOf, prove } from '@/lib/people/presence'
import { personOf } from '@/lib/people/session'
import { signIn } from '@/lib/people/sign-in'
import { asked, PASSWORD } from '@/lib/request/test/asked'

// Next itself, which runs elsewhere: the headers and cookies of a request.
vi.mock('next/headers', async () => (await import('@/lib/request/test/asked')).nextHeaders)

const { database } = await vi.hoisted(async () => {
  const { startDatabase, pointAt } = await import('@/lib/db/test/rig')
  const database = await startDatabase()
  pointAt({ port: 1 }, database)
  Object.assign(process.env, { AUTH: 'local' })
  return { database }
})

const STEP = 30_000
const email = 'ada@example.com'

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 0, 1) })
  for (const table of [people, failedSignIns]) await db().delete(table)
  await changingPeople((tx) =>
    addPerson(tx, { name: 'Ada', email, role: 'administrator', password: PASSWORD }),
  )
  asked.session = ''
})
afterAll(async () => {
  vi.useRealTimers()
  await db().$client.end()
  await database.stop()
})

const said = (code = '', password = PASSWORD) => signIn({ email, password, code })
const me = async () => ({ ...(await personOf(asked.session, false))!, address: '192.0.2.1' })
const by = async () => ({ profile: '', person: await me() })
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)
const open = async () => (await db().select().from(sessions)).length
const wrong = {
  issues: [{ path: ['code'], message: expect.stringContaining('wrongCode') as string }],
}
const tooSoon = (field: string) => ({
  issues: [{ path: [field], message: expect.stringContaining('tooMany') as string }],
})

/** Ada with an app; gives what the app shows, at this moment or beside it. */
async function withApp(): Promise<(beside?: number) => string> {
  await said()
  const { secret } = await beginAuthenticator(await me())
  const shows = (beside = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + beside })
  await confirmAuthenticator(await by(), shows())
  later(STEP)
  asked.session = ''
  await db().delete(sessions)
  return shows
}

test('with an app the password alone opens nothing, and says what it needs; with the code it does', async () => {
  const shows = await withApp()
  expect(await said()).toEqual({ needs: ['totp'] })
  await expect(said('000000')).rejects.toMatchObject(wrong)
  // Nobody learns of a code without the password.
  await expect(said(shows(), 'not the password')).rejects.toThrow('not valid')
  expect([await open(), asked.session]).toEqual([0, ''])
  expect(await said(shows())).toEqual({ needs: [] })
  expect(await me()).toMatchObject({ email })
  const lines = await db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'console:sign-in'))
    .orderBy(auditEntries.id)
  expect(
    lines.slice(-4).map(({ outcome, code, changes }) => [outcome, code, changes[0]?.to]),
  ).toEqual([
    ['refused', 'SecondFactorNeeded', 'password'],
    ['refused', 'SecondFactorNeeded', 'password'],
    ['refused', null, 'password'],
    ['accepted', null, 'password, totp'],
  ])
})

test('a code is taken once, by one of many who bring it, within half a minute of the clock', async () => {
  const shows = await withApp()
  const { personId } = (await db().select({ personId: people.id }).from(people))[0]!
  const code = shows()
  const together = await Promise.all([1, 2, 3].map(() => acceptsCode(personId, code)))
  expect(together.filter(Boolean)).toHaveLength(1)
  expect(await acceptsCode(personId, code)).toBe(false)
  // What came before the last one is over too.
  expect(await acceptsCode(personId, shows(-STEP))).toBe(false)
  later(10 * STEP)
  await db().delete(failedSignIns)
  for (const [beside, expected] of [
    [-2 * STEP, false],
    [2 * STEP, false],
    [-STEP, true],
    [STEP, true],
  ] as const)
    expect([beside, await acceptsCode(personId, shows(beside))]).toEqual([beside, expected])
})

test('what the app knows is sealed, to its person', async () => {
  await said()
  const { secret, address } = await beginAuthenticator(await me())
  expect(address).toContain(`secret=${secret}`)
  expect(address).toContain('CEN%20VPN%20Console')
  const [row] = await db().select().from(authenticators)
  expect(JSON.stringify(row)).not.toContain(secret)
  // One that is only begun asks for nothing yet.
  expect(await said()).toEqual({ needs: [] })
  await changingPeople((tx) =>
    addPerson(tx, { name: 'Eve', email: 'eve@example.com', role: 'viewer', password: PASSWORD }),
  )
  const [eve] = await db().select().from(people).where(eq(people.email, 'eve@example.com'))
  await db()
    .insert(authenticators)
    .values({ ...row!, userId: eve!.id, secret: row!.pending })
  await expect(acceptsCode(eve!.id, '000000')).rejects.toThrow('unable to authenticate data')
})

test('wrong codes are slowed down from wherever they come, and the right one ends that', async () => {
  const shows = await withApp()
  const from = (address: string) =>
    (asked.headers = new Headers({ host: 'localhost:3000', 'x-forwarded-for': address }))
  for (let at = 1; at <= 5; at += 1) {
    from(`192.0.2.${at}`)
    await expect(said('000000')).rejects.toMatchObject(wrong)
  }
  from('192.0.2.9')
  await expect(said(shows())).rejects.toMatchObject(tooSoon('code'))
  expect(await open()).toBe(0)
  // Two hours of trying, once a minute: in the end one of fifteen is looked at.
  const { personId } = (await db().select({ personId: people.id }).from(people))[0]!
  let looked = 0
  for (let minute = 0; minute < 120; minute += 1) {
    later(60_000)
    if ((await acceptsCode(personId, '000000').catch(() => undefined)) === false) looked += 1
  }
  expect(looked).toBeLessThan(25)
  later(900_000)
  expect(await said(shows())).toEqual({ needs: [] })
  later(STEP)
  await expect(said('000000')).rejects.toMatchObject(wrong)
})

test('S17: a code proves who is there, as the password does, once', async () => {
  const shows = await withApp()
  await said(shows())
  later(STEP)
  const access = await by()
  expect(await proofsOf(access.person)).toEqual(['password', 'totp'])
  await expect(prove(access, { by: 'totp', code: '000000' })).rejects.toMatchObject(wrong)
  const before = asked.session
  const code = shows()
  await prove(access, { by: 'totp', code })
  expect(asked.session).not.toBe(before)
  await expect(prove(await by(), { by: 'totp', code })).rejects.toMatchObject(wrong)
})

test('an app that is set up anew replaces the other with its first code; the last of somebody who has to have one stays', async () => {
  const old = await withApp()
  await said(old())
  later(STEP)
  const { secret } = await beginAuthenticator(await me())
  const { personId } = await me()
  expect(await acceptsCode(personId, old())).toBe(true)
  await expect(confirmAuthenticator(await by(), '000000')).rejects.toMatchObject(wrong)
  await confirmAuthenticator(await by(), new TOTP({ secret: Secret.fromBase32(secret) }).generate())
  later(STEP)
  expect(await acceptsCode(personId, old())).toBe(false)

  await changeMember({ profile: '' }, personId, {
    role: 'administrator',
    secondFactorRequired: true,
  })
  expect((await me()).secondFactor).toBe('required')
  await expect(removeAuthenticator(await by())).rejects.toMatchObject({ code: 'FactorNeeded' })
  await changeMember({ profile: '' }, personId, {
    role: 'administrator',
    secondFactorRequired: false,
  })
  await removeAuthenticator(await by())
  expect(await said()).toEqual({ needs: [] })
})

test('an administrator ends what somebody lost, and every session; the audit tells who did', async () => {
  const shows = await withApp()
  await said(shows())
  const person = await me()
  await changeMember({ profile: '' }, person.personId, {
    role: 'administrator',
    secondFactorRequired: true,
  })
  await endFactors({ profile: '', person }, person.personId)
  expect(await personOf(asked.session, false)).toBeUndefined()
  expect(await said()).toEqual({ needs: [] })
  expect((await me()).secondFactor).toBe('missing')
  const [line] = await db()
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.action, 'console:end-factors'), eq(auditEntries.person, email)))
  expect(line).toMatchObject({ resourceId: email, outcome: 'accepted' })
})

test('guesses of the current password are slowed down like those at the sign-in', async () => {
  await said()
  const change = async (current: string) =>
    await changeOwnPassword(await me(), { current, password: 'seven blue umbrellas' })
  for (let tries = 0; tries < 5; tries += 1)
    await expect(change('not the password')).rejects.toMatchObject({
      issues: [{ path: ['current'], message: expect.stringContaining('notCurrent') as string }],
    })
  await expect(change(PASSWORD)).rejects.toMatchObject(tooSoon('current'))
  // And so at the sign-in, from the same address.
  asked.headers = new Headers({ 'x-forwarded-for': '192.0.2.1' })
  await expect(said()).rejects.toMatchObject(tooSoon('password'))
  later(60_000)
  await change(PASSWORD)
})

test('a code is six digits, also as apps group them; nothing else is asked about', () => {
  const code = (said: string) =>
    signInSchema.safeParse({ email: email, password: 'x', code: said }).data?.code
  expect(['', '123456', ' 123 456 '].map(code)).toEqual(['', '123456', '123456'])
  expect(['12345', '1234567', '12345a', '１２３４５６'].map(code)).toEqual(Array(4).fill(undefined))
})
