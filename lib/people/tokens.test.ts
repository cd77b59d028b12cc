import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { apiTokens, people } from '@/lib/db/people-tables'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { addPerson, changeMember, changingPeople, listMembers } from '@/lib/people/members'
import type { Person, Role } from '@/lib/people/schema'
import { personOfToken } from '@/lib/people/token'
import { createToken, listTokens, revokeToken } from '@/lib/people/tokens'

const { database } = await vi.hoisted(async () => {
  Object.assign(process.env, { AUTH: 'local', ALLOWED_HOSTS: 'localhost:3000' })
  const { startDatabase, pointAt } = await import('@/lib/db/test/rig')
  const database = await startDatabase()
  pointAt({ port: 1 }, database)
  return { database }
})

const DAY = 86_400_000
const BY = { profile: 'main' }
const FOR_ALL = { name: 'backup', role: 'viewer' as Role, profiles: [], days: 90 }

beforeEach(async () => {
  await db().delete(people)
})
afterAll(async () => {
  vi.useRealTimers()
  await db().$client.end()
  await database.stop()
})

/** Somebody of a role, as a session has them. */
async function someone(role: Role, also: Partial<Person> = {}) {
  const email = `${role}@example.com`
  await changingPeople((tx) =>
    addPerson(tx, { name: role, email, role, password: 'correct horse battery' }),
  )
  const { personId } = (await listMembers()).find((member) => member.email === email)!
  const person: Person = {
    personId,
    name: role,
    email,
    role,
    sessionId: 'one',
    address: '::1',
    ...also,
  }
  return { profile: 'main', person, personId }
}

const opens = async (token: string) => await personOfToken(token, '192.0.2.7')

test('a token is shown once: the database holds its hash, and no value in it opens anything', async () => {
  const ada = await someone('administrator')
  const token = await createToken(ada, FOR_ALL)
  expect(token).toMatch(/^cvct_[\w-]{43}$/)
  expect(await opens(token)).toMatchObject({
    email: 'administrator@example.com',
    role: 'viewer',
    token: 'backup',
    address: '192.0.2.7',
  })
  const [row] = await db().select().from(apiTokens)
  for (const value of Object.values(row!).map(String)) {
    expect(value).not.toContain(token)
    for (const said of [value, `cvct_${value}`]) expect(await opens(said)).toBeUndefined()
  }
  expect(JSON.stringify(await listTokens())).not.toContain(token)
  const lines = await db().select().from(auditEntries)
  expect(lines.map(({ action }) => action)).toContain('console:create-token')
  expect(JSON.stringify(lines)).not.toContain(token)
  expect((await listTokens())[0]?.usedAt).toBeDefined()
})

test('a token may no more than its person: not above its role when made, and less as soon as the person may', async () => {
  const olga = await someone('operator')
  await someone('administrator')
  for (const role of ['approver', 'administrator'] as const)
    await expect(createToken(olga, { ...FOR_ALL, role })).rejects.toThrow('not valid')
  const token = await createToken(olga, { ...FOR_ALL, role: 'operator' })
  expect(await opens(token)).toMatchObject({ role: 'operator' })
  await changeMember(BY, olga.personId, { role: 'viewer' })
  expect(await opens(token)).toMatchObject({ role: 'viewer' })
  expect((await listTokens(olga.personId))[0]).toMatchObject({ role: 'viewer' })
  await changeMember(BY, olga.personId, { role: 'administrator' })
  expect(await opens(token)).toMatchObject({ role: 'operator' })
})

test('a token reaches the accounts it was given, and no further than the limits of its person', async () => {
  const olga = await someone('operator', { limits: { profiles: ['main'] } })
  await expect(createToken(olga, { ...FOR_ALL, profiles: ['partner'] })).rejects.toThrow(
    'not valid',
  )
  const whole = await someone('approver')
  await expect(createToken(whole, { ...FOR_ALL, profiles: ['nobody'] })).rejects.toThrow(
    'not valid',
  )
  const token = await createToken(whole, { ...FOR_ALL, profiles: ['main', 'partner'] })
  expect(await opens(token)).toMatchObject({ limits: { profiles: ['main', 'partner'] } })
  const limits = { profiles: ['partner'], regionIds: ['eu-central-1'] }
  await changeMember(BY, whole.personId, { role: 'approver', limits }).catch(() => undefined)
  await someone('administrator')
  await changeMember(BY, whole.personId, { role: 'approver', limits })
  expect(await opens(token)).toMatchObject({ limits })
})

test('a token dies when it is over, revoked, or its person disabled; an administrator sees and ends all', async () => {
  const ada = await someone('administrator')
  const olga = await someone('operator')
  const [one, two, three] = [
    await createToken(olga, { ...FOR_ALL, name: 'one', days: 1 }),
    await createToken(olga, { ...FOR_ALL, name: 'two' }),
    await createToken(olga, { ...FOR_ALL, name: 'three' }),
  ]
  await expect(createToken(olga, { ...FOR_ALL, name: 'two' })).rejects.toThrow('not valid')
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + DAY)
  expect(await opens(one)).toBeUndefined()
  expect((await listTokens()).filter(({ isDead }) => isDead)).toHaveLength(1)

  const idOf = async (name: string) =>
    (await listTokens()).find((each) => each.name === name)!.tokenId
  // Of somebody else it takes an administrator.
  await revokeToken(ada, await idOf('two'), ada.personId)
  expect(await opens(two)).toBeDefined()
  await revokeToken(ada, await idOf('two'))
  expect(await opens(two)).toBeUndefined()

  await changeMember(ada, olga.personId, { disabled: true })
  expect(await opens(three)).toBeUndefined()
  await changeMember(ada, olga.personId, { disabled: false })
  expect(await opens(three)).toBeDefined()
  await db().delete(people)
  expect(await opens(three)).toBeUndefined()
  expect(await listTokens()).toEqual([])
})
