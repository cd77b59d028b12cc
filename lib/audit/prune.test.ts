import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { Pool } from 'pg'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'

import { recordAudit } from '@/lib/audit/append'
import { keepEnd } from '@/lib/audit/end'
import { listWrites } from '@/lib/audit/list'
import { auditParams } from '@/lib/audit/params'
import { pruneAudit } from '@/lib/audit/prune'
import { verifyAudit } from '@/lib/audit/verify'
import { mayChangeAudit } from '@/lib/db/migrate'
import { db, engineDb } from '@/lib/db/pool'

const database = await vi.hoisted(async () => {
  const { pointAt, startDatabase } = await import('@/lib/db/test/rig')
  const started = await startDatabase()
  pointAt({ port: 1 }, started)
  return started
})

const owner = new Pool({ connectionString: database.ownerUrl, max: 1 })
const app = new Pool({ connectionString: database.url, max: 1 })
const endFile = join(database.dataDir, 'audit.end')
const DAY = 86_400_000

beforeEach(async () => {
  await asOwner('truncate audit restart identity; truncate audit_begin')
  rmSync(endFile, { force: true })
})
afterEach(() => void vi.useRealTimers())
afterAll(async () => {
  await Promise.all([db().$client.end(), engineDb().$client.end(), owner.end(), app.end()])
  await database.stop()
})

const asOwner = (change: string) =>
  owner.query(`
    alter table audit disable trigger user;
    ${change};
    alter table audit enable trigger user;`)

/** Lines written by a clock that many days ago. */
async function write(daysAgo: number, count: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() - daysAgo * DAY)
  for (let at = 0; at < count; at++)
    await recordAudit({
      actor: 'main',
      phase: 'intent',
      action: 'vpc:CreateCustomerGateway',
      regionId: 'eu-central-1',
      changes: [{ what: 'Name', from: '', to: `${daysAgo} ${at}` }],
    })
  await keepEnd()
  vi.useRealTimers()
}

const ids = async () =>
  (await owner.query<{ id: string }>('select id from audit order by id')).rows.map(({ id }) => +id)

test('what is older than the days that are set goes, the rest stays chained, and the check says where it begins', async () => {
  await write(200, 3)
  await write(120, 2)
  await write(89, 2)
  await write(0, 1)
  await pruneAudit(undefined)
  expect(await ids()).toHaveLength(8)
  await pruneAudit(150)
  expect(await ids()).toEqual([4, 5, 6, 7, 8, 9])
  expect(await verifyAudit()).toMatchObject({ lines: 6, beginsAfter: { lines: 3 } })
  await pruneAudit(90)
  // The removals are lines themselves.
  expect(await ids()).toEqual([6, 7, 8, 9, 10])
  const checked = await verifyAudit()
  expect(checked).toMatchObject({ lines: 5, beginsAfter: { lines: 5 } })
  expect(checked).not.toHaveProperty('brokenAt')
  const until = Date.parse(checked.beginsAfter!.until)
  expect(Math.round((Date.now() - until) / DAY)).toBe(120)
  const access = { profile: '' }
  const { writes } = await listWrites(access, auditParams.parse({ action: 'console:prune-audit' }))
  expect(writes.map(({ changes }) => changes[0]?.from)).toEqual(['2', '3'])
  // Nothing more to do, and no line about nothing.
  await pruneAudit(90)
  expect(await ids()).toEqual([6, 7, 8, 9, 10])
  await write(0, 1)
  expect(await verifyAudit()).toMatchObject({ lines: 6, beginsAfter: { lines: 5 } })
})

test('nothing of the last ninety days goes, whoever asks the database, and nobody removes lines in another way', async () => {
  await write(100, 2)
  await write(89, 2)
  for (const days of ['89', '0', '-1', 'null'])
    await expect(app.query(`select * from prune_audit(${days})`)).rejects.toThrow('90 days')
  await expect(
    app.query("begin; set local console.prunes = 'on'; delete from audit; commit"),
  ).rejects.toThrow('permission denied')
  await app.query('rollback')
  await expect(owner.query('delete from audit')).rejects.toThrow('append-only')
  expect(await mayChangeAudit(database.url)).toBe(false)
  expect(await ids()).toHaveLength(4)
})

test('an audit of which everything is old goes on from its last line, and the kept end stays true', async () => {
  await write(400, 4)
  await pruneAudit(90)
  // The line about the removal is young, so the last old one went after it.
  expect(await ids()).toEqual([5, 6])
  await keepEnd()
  expect(await verifyAudit()).toMatchObject({ lines: 2, beginsAfter: { lines: 4 } })
  await asOwner('delete from audit where id = 6')
  expect(await verifyAudit()).toMatchObject({ cutFrom: 5, keptId: 6 })
})

test('lines that somebody else removes at the beginning are missed: the note of where it begins is signed', async () => {
  await write(200, 3)
  await write(10, 3)
  await pruneAudit(90)
  await asOwner('delete from audit where id = 4')
  expect(await verifyAudit()).toMatchObject({ lines: 0, brokenAt: 5 })
  await asOwner('update audit_begin set line_id = 4, hash = (select hash from audit where id = 5)')
  expect(await verifyAudit()).toMatchObject({ isBeginForged: true })
  await pruneAudit(90)
  expect(await ids()).toEqual([5, 6, 7])
})
