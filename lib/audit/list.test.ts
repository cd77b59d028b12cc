import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { Pool } from 'pg'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import type { NewAuditEntry } from '@/lib/audit/append'
import { listChoices, listGroups, listWrites } from '@/lib/audit/list'
import { auditParams, groupParams, LOOKED_AT, MOST_GROUPS } from '@/lib/audit/params'
import { changing, write } from '@/lib/audit/test/lines'
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
const asOwner = changing(owner)

afterAll(async () => {
  await Promise.all([db().$client.end(), engineDb().$client.end(), owner.end()])
  await database.stop()
})

beforeEach(async () => {
  await asOwner('truncate audit restart identity')
  // What is kept of the end of the audit before it.
  rmSync(join(database.dataDir, 'audit.end'), { force: true })
})

const ACCESS = { profile: 'main' }

const find = (search: Record<string, string> = {}) => listWrites(ACCESS, auditParams.parse(search))
const idsOf = async (search: Record<string, string>) =>
  (await find(search)).writes.map(({ id }) => id)

test('a write is one line with what became of it, and a later result wins', async () => {
  const id = await write()
  await write({ phase: 'result', intentId: id, outcome: 'unknown', code: 'Timeout' })
  await write({ phase: 'result', intentId: id, outcome: 'adopted', resourceId: 'cgw-1' })
  const open = await write()
  expect(await find()).toMatchObject({
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
    expect(await find(search)).toEqual({ writes: [] })
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

const group = (search: Record<string, string> = {}, access: Access = ACCESS) =>
  listGroups(access, groupParams.parse(search))
const groupsOf = async (search: Record<string, string> = {}) =>
  (await group(search)).groups.map(({ write: { id } }) => id)

test('pages and sorts over all of them, also while others are added', async () => {
  const ids: number[] = []
  for (let step = 0; step < 25; step += 1) ids.push(await write({ resourceId: `r-${step % 5}` }))
  const newestFirst = ids.toReversed()
  expect(await groupsOf()).toEqual(newestFirst.slice(0, 20))
  expect(await groupsOf({ page: '1' })).toEqual(newestFirst.slice(20))
  expect(await groupsOf({ page: '7' })).toEqual(newestFirst.slice(20))
  expect(await groupsOf({ order: 'asc', size: '3' })).toEqual(ids.slice(0, 3))
  const first = await find({ size: '20' })
  expect(first.writes.map(({ id }) => id)).toEqual(newestFirst.slice(0, 20))
  await write()
  const rest = await find({ size: '20', after: first.next ?? '' })
  expect(rest.writes.map(({ id }) => id)).toEqual(newestFirst.slice(20))
  expect(rest).not.toHaveProperty('next')
})

test('the calls of an operation are one group, found by any of its calls and told whole', async () => {
  const of = (operationId: string, entry: Partial<NewAuditEntry> = {}) =>
    write({ operationId, outcome: 'accepted', ...entry })
  const alone = await write({ resourceId: 'cgw-1' })
  const first = await of('op-1', { resourceId: 'vco-1', person: 'ada@example.com' })
  const other = await of('op-2', { resourceId: 'vco-2' })
  const last = await of('op-1', {
    resourceId: 'tr-attach-1',
    outcome: 'refused',
    person: 'omar@example.com',
  })
  expect(await groupsOf()).toEqual([last, other, alone])
  expect(await groupsOf({ order: 'asc' })).toEqual([alone, first, other])
  const { groups, total, isMore } = await group({ words: 'vco-1' })
  expect({ total, isMore }).toEqual({ total: 1, isMore: false })
  expect(groups).toMatchObject([
    {
      write: { id: first },
      operation: {
        operationId: 'op-1',
        calls: 2,
        outcomes: { accepted: 1, refused: 1 },
        people: ['ada@example.com', 'omar@example.com'],
        objects: ['vco-1', 'tr-attach-1'],
      },
    },
  ])
  expect(await groupsOf({ outcome: 'refused' })).toEqual([last])
  expect(await groupsOf({ words: 'nothing of the kind\tTR-ATTACH-1' })).toEqual([last])
  expect(await groupsOf({ operationId: 'op-1' })).toEqual([last])
  // Another account's calls count nowhere, whatever operation they name.
  await of('op-1', { actor: 'partner' })
  expect((await group({ operationId: 'op-1' })).groups[0]?.operation?.calls).toBe(2)
  expect((await group({}, { profile: 'partner' })).total).toBe(1)
})

test('a group is found on one page only, whatever is sought', async () => {
  for (let step = 0; step < 60; step += 1)
    await write({ operationId: `op-${step % 7}`, resourceId: `r-${step % 4}` })
  for (const search of [{}, { words: 'r-1' }, { order: 'asc' }, { words: 'r-2\tr-3' }]) {
    const all: (string | undefined)[] = []
    for (let page = 0; page < 3; page += 1)
      all.push(
        ...(await group({ ...search, size: '3', page: String(page) })).groups.map(
          ({ write: found }) => found.operationId,
        ),
      )
    expect(new Set(all.slice(0, 7)).size).toBe(7)
  }
})

test('a long audit costs no more: a reading looks so far, says where it stopped, and goes on from there', async ({
  annotate,
}) => {
  const oldest = await write({ resourceId: 'cgw-oldest' })
  await asOwner(`
    insert into audit (at, actor, phase, action, region_id, changes, hash, operation_id)
    select now() + interval '1 ms' * line, 'main', 'intent', 'cen:TagResources', 'eu-central-1', '[]', '',
      case when line % 3 = 0 then 'op-' || line / 30 end
    from generate_series(1, ${3 * LOOKED_AT}) as line`)
  const began = performance.now()
  expect(await group()).toMatchObject({ total: MOST_GROUPS, isMore: true })
  await annotate(`the newest of ${3 * LOOKED_AT}: ${(performance.now() - began).toFixed(0)} ms`)
  let page = await group({ words: 'cgw-oldest' })
  for (let further = 0; further < 3; further += 1) {
    expect(page.groups).toEqual([])
    page = await group({ words: 'cgw-oldest', after: page.lookedTo?.next ?? '' })
  }
  expect(page.groups.map(({ write: { id } }) => id)).toEqual([oldest])
  expect(page).not.toHaveProperty('lookedTo')
  const all: number[] = []
  for (let after: string | undefined = ''; after !== undefined;) {
    const answer = await find({ words: 'cgw-oldest', ...(after && { after }) })
    all.push(...answer.writes.map(({ id }) => id))
    after = answer.next
  }
  expect(all).toEqual([oldest])
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
  // One that takes too long is ended and says so, alone too where the machine is busy.
  const searched = () => listWrites(ACCESS, search).catch((error: unknown) => error)
  const began = performance.now()
  await searched()
  const alone = performance.now() - began
  let left = 25
  const started = performance.now()
  const all = Array.from({ length: left }, async () => {
    const found = await searched()
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
  for (const found of await Promise.all(all))
    expect(found instanceof DatabaseError || 'writes' in (found as object)).toBe(true)
  expect(Math.max(...engine)).toBeLessThan(took / 2)
})
