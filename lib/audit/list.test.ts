import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Pool } from 'pg'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { type NewAuditEntry, recordAudit } from '@/lib/audit/append'
import { keepEnd } from '@/lib/audit/end'
import { listChoices, listWrites } from '@/lib/audit/list'
import { auditParams } from '@/lib/audit/params'
import { verifyAudit } from '@/lib/audit/verify'
import { db, engineDb } from '@/lib/db/pool'
import { DatabaseError } from '@/lib/failure/errors'
import type { Access } from '@/lib/people/access'
import type { Role } from '@/lib/people/schema'

const database = await vi.hoisted(async () => {
  const { pointAt, startDatabase } = await import('@/lib/db/test/rig')
  const started = await startDatabase()
  pointAt({ port: 1 }, started)
  return started
})

const owner = new Pool({ connectionString: database.ownerUrl, max: 1 })

afterAll(async () => {
  await Promise.all([db().$client.end(), engineDb().$client.end(), owner.end()])
  await database.stop()
})

beforeEach(async () => {
  await asOwner('truncate audit restart identity')
  rmSync(endFile, { force: true })
})

const endFile = join(database.dataDir, 'audit.end')

/** What only the owner of the database can do. */
const asOwner = (change: string) =>
  owner.query(`
    alter table audit disable trigger user;
    ${change};
    alter table audit enable trigger user;`)

const ACCESS = { profile: 'main' }

const write = (entry: Partial<NewAuditEntry> = {}) =>
  recordAudit({
    actor: 'main',
    phase: 'intent',
    action: 'vpc:CreateCustomerGateway',
    regionId: 'eu-central-1',
    changes: [],
    ...entry,
  })

const find = (search: Record<string, string> = {}) => listWrites(ACCESS, auditParams.parse(search))
const idsOf = async (search: Record<string, string>) =>
  (await find(search)).writes.map(({ id }) => id)

test('a write is one line with what became of it, and a later result wins', async () => {
  const id = await write()
  await write({ phase: 'result', intentId: id, outcome: 'unknown', code: 'Timeout' })
  await write({ phase: 'result', intentId: id, outcome: 'adopted', resourceId: 'cgw-1' })
  const open = await write()
  expect(await find()).toMatchObject({
    total: 2,
    writes: [{ id: open }, { id, outcome: 'adopted', resourceId: 'cgw-1' }],
  })
  expect((await find()).writes[0]).not.toHaveProperty('outcome')
})

test('finds by each column, by words anywhere, and by what a result said', async () => {
  const changes = [{ what: 'Name', from: '50% off_', to: 'Munich DC' }]
  const first = await write({ changes, operationId: 'op-1' })
  const second = await write({ action: 'cen:DeleteCen', regionId: '', resourceId: 'cen-9' })
  await write({ phase: 'result', intentId: second, outcome: 'refused', requestId: 'R-77' })
  for (const search of [
    { action: 'vpc:CreateCustomerGateway' },
    { operationId: 'op-1' },
    { words: 'munich\nEU-CENTRAL' },
    { words: '50% off_' },
    { properties: 'changes:munich' },
    { properties: 'region:eu-' },
  ])
    expect(await idsOf(search)).toEqual([first])
  for (const search of [
    { outcome: 'refused' },
    { words: 'r-77' },
    { properties: 'resource:CEN-9' },
    { properties: 'requestId:77\naction:delete' },
  ])
    expect(await idsOf(search)).toEqual([second])
  for (const words of ['munich\ncen-9', '5_%', "'; drop table audit; --"])
    expect(await idsOf({ words })).toEqual([])
  const day = { from: '2020-01-01T00:00:00Z', until: '2020-01-02T00:00:00Z' }
  expect(await idsOf(day)).toEqual([])
  expect(await idsOf({ from: day.from })).toEqual([second, first])
  expect(await listChoices(ACCESS)).toEqual({
    actor: ['main'],
    person: [],
    action: ['cen:DeleteCen', 'vpc:CreateCustomerGateway'],
  })
})

test('the writes of one account are not told to another, whatever is asked for', async () => {
  const own = await write()
  const others = await write({ actor: 'partner', action: 'cen:DeleteCen', operationId: 'op-1' })
  expect(await idsOf({})).toEqual([own])
  for (const search of [{ actor: 'partner' }, { operationId: 'op-1' }, { words: 'DeleteCen' }])
    expect(await find(search)).toEqual({ writes: [], total: 0 })
  const partner = { profile: 'partner' }
  expect((await listWrites(partner, auditParams.parse({}))).writes).toMatchObject([{ id: others }])
  expect(await listChoices(partner)).toEqual({
    actor: ['partner'],
    person: [],
    action: ['cen:DeleteCen'],
  })
})

test('who did it is found by person, and what belongs to no account is told to administrators alone', async () => {
  const by = (person: string, role: Role) => ({
    person,
    role,
    sessionId: 's',
    address: '192.0.2.1',
  })
  const own = await write(by('ada@example.com', 'administrator'))
  await write({ phase: 'result', intentId: own, outcome: 'accepted' })
  await write(by('omar@example.com', 'operator'))
  await write()
  const signIn = await write({ actor: '', action: 'console:sign-in', person: 'ada@example.com' })
  expect(await idsOf({ person: 'ada@example.com' })).toEqual([own])
  expect(await idsOf({ properties: 'role:operator' })).toHaveLength(1)
  expect(await idsOf({ properties: 'address:192.0.2' })).toHaveLength(2)

  const as = (role: Role): Access => ({
    profile: 'main',
    person: { personId: 'p', name: 'P', email: 'p@example.com', role, sessionId: 's', address: '' },
  })
  const seenBy = async (access: Access) =>
    (await listWrites(access, auditParams.parse({}))).writes.map(({ id }) => id)
  expect(await seenBy(as('administrator'))).toContain(signIn)
  expect((await listChoices(as('administrator'))).person).toEqual([
    'ada@example.com',
    'omar@example.com',
  ])
  for (const role of ['viewer', 'operator', 'approver'] as const)
    expect(await seenBy(as(role))).not.toContain(signIn)
  expect(await seenBy({ ...as('administrator'), profile: 'partner' })).toEqual([signIn])
  expect(await verifyAudit()).toEqual({ lines: 5 })
})

test('pages and sorts over all of them, also while others are added', async () => {
  const ids: number[] = []
  for (let step = 0; step < 25; step += 1) ids.push(await write({ resourceId: `r-${step % 5}` }))
  const newestFirst = ids.toReversed()
  expect(await idsOf({})).toEqual(newestFirst.slice(0, 20))
  expect(await idsOf({ page: '1' })).toEqual(newestFirst.slice(20))
  expect(await idsOf({ page: '7' })).toEqual(newestFirst.slice(20))
  expect(await idsOf({ sort: 'time', order: 'asc', size: '3' })).toEqual(ids.slice(0, 3))
  const { writes } = await find({ sort: 'resource', order: 'asc', size: '6' })
  expect(writes.map(({ resourceId }) => resourceId)).toEqual([...Array(5).fill('r-0'), 'r-1'])
  await write()
  const newest = String(ids.at(-1))
  expect(await find({ newest, size: '1000' })).toMatchObject({ total: 25 })
  expect(await idsOf({ newest, page: '1' })).toEqual(newestFirst.slice(20))
})

test('the chain shows one byte that was changed, and a line that was taken out', async () => {
  const changes = [{ what: 'Name', from: 'old', to: 'new' }]
  for (let line = 0; line < 3; line += 1)
    await write({ changes, resourceId: 'cgw-1', outcome: 'accepted', attempt: 1 })
  expect(await verifyAudit()).toEqual({ lines: 3 })

  const name = (to: string) =>
    `update audit set changes = jsonb_set(changes, '{0,to}', '"${to}"') where id = 2`
  await asOwner(name('nev'))
  expect(await verifyAudit()).toEqual({ lines: 1, brokenAt: 2 })
  await asOwner(name('new'))
  expect(await verifyAudit()).toEqual({ lines: 3 })

  await asOwner(`update audit set at = at + interval '1 ms' where id = 3`)
  expect(await verifyAudit()).toEqual({ lines: 2, brokenAt: 3 })
  await asOwner('delete from audit where id in (1, 3)')
  expect(await verifyAudit()).toEqual({ lines: 0, brokenAt: 2 })
})

test('lines that were cut off at the end are missed, also when others are written after', async () => {
  for (let line = 0; line < 5; line += 1) await write()
  await keepEnd()
  const five = readFileSync(endFile, 'utf8')
  expect(await verifyAudit()).toEqual({ lines: 5 })
  await asOwner('delete from audit where id > 4')
  const cut = { lines: 4, cutFrom: 4, keptId: 5 }
  expect(await verifyAudit()).toEqual(cut)
  // What comes later hides it no more than silence does.
  await keepEnd()
  expect(await verifyAudit()).toEqual(cut)
  await asOwner(`select setval('audit_id_seq', 4)`)
  await write({ resourceId: 'another' })
  await keepEnd()
  expect(await verifyAudit()).toEqual({ lines: 5, cutFrom: 5, keptId: 5 })
  expect(readFileSync(endFile, 'utf8')).toBe(five)
  await asOwner('truncate audit restart identity')
  expect(await verifyAudit()).toEqual({ lines: 0, cutFrom: 0, keptId: 5 })
})

test('an end that was written by somebody else is not believed, nor written over', async () => {
  for (let line = 0; line < 2; line += 1) await write()
  await keepEnd()
  const own = readFileSync(endFile, 'utf8')
  const [, , signature = ''] = own.trim().split(' ')
  const [first] = (await owner.query<{ hash: string }>('select hash from audit where id = 1')).rows
  for (const forged of [
    `1 ${first?.hash} ${signature}`,
    `1 ${first?.hash} `,
    `1 ${first?.hash}`,
    own.replace('2', '3'),
    own.slice(0, 20),
    'NaN',
    '',
  ]) {
    writeFileSync(endFile, forged)
    await keepEnd()
    expect(readFileSync(endFile, 'utf8')).toBe(forged)
    expect(await verifyAudit()).toEqual({ lines: 2, isEndForged: true })
  }
})

test('the end is kept soon after a line is written, without being asked for', async () => {
  const id = await write()
  await vi.waitUntil(() => existsSync(endFile))
  expect(readFileSync(endFile, 'utf8').split(' ')[0]).toBe(String(id))
})

test('twenty-five of the dearest searches at once end, and the engine is answered meanwhile', async ({
  annotate,
}) => {
  await asOwner(`
    insert into audit (at, actor, phase, action, region_id, changes, hash)
    select now(), 'main', 'intent', 'vpc:CreateCustomerGateway', 'eu-central-1',
      jsonb_build_array(jsonb_build_object('what', 'Name', 'from', '', 'to', repeat('x', 200) || line)), ''
    from generate_series(1, 20000) as line`)
  const search = auditParams.parse({
    words: Array.from({ length: 10 }, (_, at) => `${'x'.repeat(180)}${at}`).join('\n'),
    properties: Array.from({ length: 10 }, (_, at) => `changes:${'x'.repeat(180)}${at}`).join('\n'),
    size: '1000',
  })
  const began = performance.now()
  await listWrites(ACCESS, search)
  const alone = performance.now() - began
  let left = 25
  const started = performance.now()
  const all = Array.from({ length: left }, async () => {
    const found = await listWrites(ACCESS, search).catch((error: unknown) => error)
    left -= 1
    return found
  })
  const engine: number[] = []
  let waiting = 0
  while (left > 0) {
    const asked = performance.now()
    await engineDb().execute('select 1')
    engine.push(performance.now() - asked)
    waiting = Math.max(waiting, db().$client.waitingCount)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const took = performance.now() - started
  await annotate(
    `one search over 20 000 lines: ${alone.toFixed(0)} ms; 25 at once: ${took.toFixed(0)} ms; the engine's slowest answer meanwhile: ${Math.max(...engine).toFixed(0)} ms`,
  )
  // All twenty connections of the pages were taken, and others waited for one.
  expect(waiting).toBeGreaterThan(0)
  // One that takes too long is ended and says so.
  for (const found of await Promise.all(all))
    expect(found instanceof DatabaseError || 'writes' in (found as object)).toBe(true)
  expect(Math.max(...engine)).toBeLessThan(took / 2)
})
