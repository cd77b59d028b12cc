import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Pool } from 'pg'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

import { keepEnd } from '@/lib/audit/end'
import { changing, write } from '@/lib/audit/test/lines'
import { verifyAudit } from '@/lib/audit/verify'
import { db, engineDb } from '@/lib/db/pool'

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
  rmSync(endFile, { force: true })
})

const endFile = join(database.dataDir, 'audit.end')

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
