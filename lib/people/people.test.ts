import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { failedSignIns, invitations, people, sessions } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { forgetFailures, takeTry } from '@/lib/people/attempts'
import { auth } from '@/lib/people/auth'
import { changeRoleSchema, signInSchema } from '@/lib/people/form'
import {
  acceptInvitation,
  addPerson,
  changeMember,
  changeOwnPassword,
  changingPeople,
  invite,
  listInvitations,
  listMembers,
} from '@/lib/people/members'
import { checkPassword } from '@/lib/people/password'
import { personOf } from '@/lib/people/session'

const { database } = await vi.hoisted(async () => {
  const { startDatabase, pointAt } = await import('@/lib/db/test/rig')
  const database = await startDatabase()
  pointAt({ port: 1 }, database)
  return { database }
})

const MINUTE = 60_000
const ADA = { name: 'Ada', email: 'ada@example.com', role: 'administrator' as const }
const BY = { profile: 'main' }
const PASSWORD = 'correct horse battery'

beforeEach(async () => {
  for (const table of [people, invitations, failedSignIns]) await db().delete(table)
  await changingPeople((tx) => addPerson(tx, { ...ADA, password: PASSWORD }))
})
afterAll(async () => {
  vi.useRealTimers()
  await db().$client.end()
  await database.stop()
})

/** The value of a cookie, made as the sign-in makes it. */
async function cookieOf(email = ADA.email, password = PASSWORD): Promise<string> {
  const answer = await auth().api.signInEmail({
    body: { email, password },
    headers: new Headers({ 'x-forwarded-for': '192.0.2.1', 'user-agent': 'test' }),
    returnHeaders: true,
  })
  const [set = ''] = answer.headers.getSetCookie()
  return decodeURIComponent(set.split(';')[0]!.split('=').slice(1).join('='))
}

/** The clock of the process; the database keeps its own. */
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

test('S19: nothing in the database opens a session: not a token, not its hash, not a password', async () => {
  const cookie = await cookieOf()
  expect((await personOf(cookie, false))?.email).toBe(ADA.email)
  const [row] = await db().select().from(sessions)
  expect(row).toMatchObject({ ipAddress: '192.0.2.1', userAgent: 'test' })
  const [token = ''] = cookie.split('.')
  expect(token.length).toBeGreaterThanOrEqual(32)
  expect(JSON.stringify(row)).not.toContain(token)
  expect(await personOf(row!.token, false)).toBeUndefined()
  expect(await personOf(row!.id, false)).toBeUndefined()
  expect(await personOf(`${token}x`, false)).toBeUndefined()
  expect(await personOf('', false)).toBeUndefined()
  // A second sign-in is another session.
  expect((await cookieOf()).split('.')[0]).not.toBe(token)
})

test('S20: a session ends when nobody uses it for half an hour, after eight hours at the latest, and with its person', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const idle = await cookieOf()
  later(29 * MINUTE)
  // A page that asks by itself keeps nothing alive.
  expect(await personOf(idle, false)).toBeDefined()
  later(2 * MINUTE)
  expect(await personOf(idle, false)).toBeUndefined()

  const used = await cookieOf()
  for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
    later(20 * MINUTE)
    expect([minutes, await personOf(used, true)]).toMatchObject([minutes, { email: ADA.email }])
  }
  later(21 * MINUTE)
  expect(await personOf(used, true)).toBeUndefined()
  vi.useRealTimers()

  await changingPeople((tx) =>
    addPerson(tx, { ...ADA, email: 'omar@example.com', name: 'Omar', password: PASSWORD }),
  )
  const cookie = await cookieOf('omar@example.com')
  const omar = (await personOf(cookie, false))!
  await changeMember(BY, omar.personId, { disabled: true })
  expect(await personOf(cookie, false)).toBeUndefined()
  await expect(cookieOf('omar@example.com')).rejects.toThrow('Failed to create session')
  await changeMember(BY, omar.personId, { disabled: false })
  expect(await personOf(await cookieOf('omar@example.com'), false)).toBeDefined()
})

test('a cookie of yesterday is dead, also in a database that was set back', async () => {
  const cookie = await cookieOf()
  const [row] = await db().select().from(sessions)
  await db().delete(sessions)
  vi.useFakeTimers({ toFake: ['Date'] })
  later(24 * 60 * MINUTE)
  await db().insert(sessions).values(row!)
  expect(await personOf(cookie, true)).toBeUndefined()
  vi.useRealTimers()
})

test('S21, S42: wrong passwords are slowed down per name and address, at the same moment too, and lock nobody out', async () => {
  const now = Date.UTC(2026, 0, 1)
  const attacker = { email: ADA.email, address: '198.51.100.7' }
  const together = await Promise.all(Array.from({ length: 40 }, () => takeTry(attacker, now)))
  expect(together.filter((seconds) => seconds === 0)).toHaveLength(5)
  // 10,000 more, one a second: each that is looked at doubles the delay, up to a minute.
  let looked = 0
  for (let second = 1; second <= 10_000; second += 20)
    if ((await takeTry(attacker, now + second * 1000)) === 0) looked += 1
  expect(looked).toBeLessThan(180)
  const end = now + 10_000_000
  expect(await takeTry({ ...attacker, address: '192.0.2.1' }, end)).toBe(0)
  // From the same address the right person waits a minute at most, and what came before is forgotten.
  expect(await takeTry(attacker, end)).toBeLessThanOrEqual(60)
  expect(await takeTry(attacker, end + MINUTE)).toBe(0)
  await forgetFailures(attacker)
  expect(await takeTry({ ...attacker, address: '192.0.2.1' }, end)).toBe(0)
  // The clock was set back: nobody waits for it to catch up.
  expect(await takeTry(attacker, now)).toBeLessThanOrEqual(60)
})

test('who tries from each address of an IPv6 network is slowed down as from one', async () => {
  const now = Date.UTC(2026, 0, 1)
  const from = (address: string, email = ADA.email) => takeTry({ email, address }, now)
  const tries: number[] = []
  for (let at = 1; at <= 40; at += 1) tries.push(await from(`2001:db8:1:2:${at.toString(16)}::1`))
  expect(tries.filter((seconds) => seconds === 0)).toHaveLength(5)
  for (let at = 1; at <= 60; at += 1) await from(`2001:db8:1:2::${at}`, `nobody-${at}@example.com`)
  expect(await from('2001:db8:1:2::ffff', 'another@example.com')).toBeGreaterThan(0)
  expect(await from('2001:db8:1:3::1')).toBe(0)
})

test('S21: an unknown name takes as long as a wrong password, because the same hash is made', async ({
  annotate,
}) => {
  const { password } = await auth().$context
  const hashed = vi.spyOn(password, 'hash')
  const verified = vi.spyOn(password, 'verify')
  // Of the processor, not of the clock: others may be using the machine.
  const worked = async (email: string) => {
    const before = process.cpuUsage()
    await expect(cookieOf(email, 'not the password')).rejects.toThrow('Invalid email or password')
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const rounds = 30
  const known: number[] = []
  const unknown: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    known.push(await worked(ADA.email))
    unknown.push(await worked(`nobody-${round}@example.com`))
  }
  expect([verified.mock.calls.length, hashed.mock.calls.length]).toEqual([rounds, rounds])
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[rounds / 2]!
  const ratio = median(unknown) / median(known)
  await annotate(`ratio of the work for unknown and known names: ${ratio.toFixed(3)}`)
  expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.2)
})

test('a password that others guess is refused, one of several words is not', () => {
  const own = { email: 'ada.l@example.com', name: 'Ada Lovelace' }
  for (const bad of ['password1234', 'PASSWORD1234!!', '123456789012', 'ada.l@example.com'])
    expect([bad, refuses(() => checkPassword(bad, own))]).toEqual([bad, true])
  for (const good of [PASSWORD, 'Tr0ub4dor&3 and more', '密码密码密码密码密码密码'])
    expect([good, refuses(() => checkPassword(good, own))]).toEqual([good, false])
})

const refuses = (run: () => void): boolean => {
  try {
    run()
    return false
  } catch {
    return true
  }
}

test('whatever is typed at the sign-in is refused or has the shape of an address and a password', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 300 }), (email, password) => {
      const parsed = signInSchema.safeParse({ email, password, code: '' })
      return !parsed.success || /^\S+@\S+$/.test(parsed.data.email)
    }),
  )
  const typed = { email: ' Ada@Example.com ', password: 'x', code: '' }
  expect(signInSchema.safeParse(typed).data?.email).toBe(ADA.email)
  expect(signInSchema.safeParse({ ...typed, role: 'administrator' }).success).toBe(false)
})

test('an invitation opens once, for three days, and is worth nothing from the database', async () => {
  const omar = { name: 'Omar', email: 'omar@example.com', role: 'operator' as const }
  const replaced = await invite(BY, omar)
  const { token } = await invite(BY, omar)
  const [row] = await db().select().from(invitations)
  expect(JSON.stringify(row)).not.toContain(token)
  for (const bad of [replaced.token, row!.token, row!.id, '', 'x'])
    await expect(acceptInvitation({ token: bad, password: PASSWORD })).rejects.toMatchObject({
      code: 'NoInvitation',
    })
  // A password that is refused does not use it up.
  await expect(acceptInvitation({ token, password: 'password1234' })).rejects.toThrow(
    'The input is not valid.',
  )
  expect(await listInvitations()).toHaveLength(1)
  const both = await Promise.allSettled([
    acceptInvitation({ token, password: PASSWORD }),
    acceptInvitation({ token, password: PASSWORD }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await listMembers()).map(({ email, role }) => [email, role])).toEqual([
    [ADA.email, 'administrator'],
    [omar.email, 'operator'],
  ])
  await expect(invite(BY, omar)).rejects.toThrow('The input is not valid.')

  const late = await invite(BY, { ...omar, email: 'late@example.com' })
  await db()
    .update(invitations)
    .set({ expiresAt: new Date(Date.now() - 1) })
  await expect(acceptInvitation({ ...late, password: PASSWORD })).rejects.toMatchObject({
    code: 'NoInvitation',
  })
})

test('there is always an administrator, however many are taken away at once', async () => {
  await changingPeople((tx) =>
    addPerson(tx, { ...ADA, email: 'second@example.com', password: PASSWORD }),
  )
  const everybody = await listMembers()
  const changes = await Promise.allSettled([
    ...everybody.map(({ personId }) => changeMember(BY, personId, { role: 'viewer' })),
    ...everybody.map(({ personId }) => changeMember(BY, personId, { disabled: true })),
  ])
  expect(changes.some(({ status }) => status === 'rejected')).toBe(true)
  const left = (await listMembers()).filter(
    ({ role, disabledAt }) => role === 'administrator' && !disabledAt,
  )
  expect(left).toHaveLength(1)
})

test('a changed password asks for the one it replaces, and ends the other sessions', async () => {
  const here = await cookieOf()
  const there = await cookieOf()
  const person = { ...(await personOf(here, false))!, address: '192.0.2.1' }
  await expect(
    changeOwnPassword(person, { current: 'not it at all', password: 'seven blue umbrellas' }),
  ).rejects.toThrow('The input is not valid.')
  expect(await personOf(there, false)).toBeDefined()
  await changeOwnPassword(person, { current: PASSWORD, password: 'seven blue umbrellas' })
  expect(await personOf(here, false)).toBeDefined()
  expect(await personOf(there, false)).toBeUndefined()
  await expect(cookieOf()).rejects.toThrow('Invalid email or password')
  expect(await cookieOf(ADA.email, 'seven blue umbrellas')).toBeTruthy()
})

test('a person who is gone has no session and no proof left', async () => {
  const cookie = await cookieOf()
  await db().delete(people).where(eq(people.email, ADA.email))
  expect(await personOf(cookie, true)).toBeUndefined()
  expect(await db().select().from(sessions)).toEqual([])
})

test('limits come with an invitation, hold from the next request on, and go with the next change', async () => {
  const limits = { regionIds: ['eu-central-1'], cenIds: ['cen-a'] }
  const omar = { name: 'Omar', email: 'omar@example.com', role: 'operator' as const, limits }
  const { token } = await invite(BY, omar)
  expect((await listInvitations())[0]).toMatchObject({ limits })
  await acceptInvitation({ token, password: PASSWORD })
  const cookie = await cookieOf(omar.email)
  expect(await personOf(cookie, false)).toMatchObject({ limits })
  const { personId } = (await listMembers()).find(({ email }) => email === omar.email)!
  await changeMember(BY, personId, { role: 'viewer' })
  expect(await personOf(cookie, false)).toMatchObject({ role: 'viewer', limits })
  await changeMember(BY, personId, { role: 'viewer', limits: undefined })
  expect(await personOf(cookie, false)).not.toHaveProperty('limits')
  for (const odd of [{ profiles: ['nobody'] }, { regionIds: ['no-where-1'] }])
    await expect(changeMember(BY, personId, { role: 'viewer', limits: odd })).rejects.toThrow(
      'not valid',
    )
  const none = { profiles: [], cenIds: [], secondFactorRequired: false }
  const chosen = { ...none, regionIds: ['eu-central-1'], personId, role: 'viewer' }
  expect(changeRoleSchema.safeParse(chosen).success).toBe(true)
  expect(changeRoleSchema.safeParse({ ...chosen, role: 'administrator' }).success).toBe(false)
})
