import { Pool } from 'pg'
import { afterAll, expect, test, vi } from 'vitest'

import { type NewAuditEntry, recordAudit } from '@/lib/audit/append'
import { listChoices, listWrites } from '@/lib/audit/list'
import { auditParams } from '@/lib/audit/params'
import { verifyAudit } from '@/lib/audit/verify'
import { db, engineDb } from '@/lib/db/pool'
import type { Access } from '@/lib/people/access'
import type { Limits } from '@/lib/people/limits'

const database = await vi.hoisted(async () => {
  const { pointAt, startDatabase } = await import('@/lib/db/test/rig')
  const started = await startDatabase()
  pointAt({ port: 1 }, started)
  return started
})

afterAll(async () => {
  await Promise.all([db().$client.end(), engineDb().$client.end()])
  await database.stop()
})

const write = (entry: Partial<NewAuditEntry>) =>
  recordAudit({
    actor: 'main',
    phase: 'intent',
    action: 'vpc:CreateCustomerGateway',
    regionId: 'eu-central-1',
    changes: [],
    ...entry,
  })

/** Somebody who is limited. */
const limitedTo = (limits: Limits): Access => ({
  profile: 'main',
  person: {
    personId: 'one',
    name: 'Olga',
    email: 'olga@example.com',
    role: 'operator',
    limits,
    sessionId: 'one',
    address: '192.0.2.1',
  },
})

test('lines of other regions and CEN instances are not told to who is limited, nor that they are there', async () => {
  await write({ regionId: 'us-west-1', action: 'vpc:Secret', person: 'else@example.com' })
  await write({ regionId: 'eu-central-1' })
  await write({ regionId: '', cenId: 'cen-own', action: 'cen:ModifyCenAttribute' })
  await write({ regionId: 'eu-central-1', cenId: 'cen-other' })
  await write({ regionId: 'eu-central-1', person: 'olga@example.com' })
  const seen = async (limits: Limits) =>
    (await listWrites(limitedTo(limits), auditParams.parse({ order: 'asc' }))).writes.map(
      ({ id }) => id,
    )
  expect(await seen({ regionIds: ['eu-central-1'] })).toEqual([2, 3, 4, 5])
  expect(await seen({ cenIds: ['cen-own'] })).toEqual([3, 5])
  expect(await seen({ cenIds: ['cen-own'], regionIds: ['us-west-1'] })).toEqual([3])
  expect(await seen({ cenIds: [] })).toEqual([5])
  const { action, person } = await listChoices(limitedTo({ regionIds: ['eu-central-1'] }))
  expect(action).not.toContain('vpc:Secret')
  expect(person).toEqual(['olga@example.com'])
  // The CEN instance is part of what the chain holds.
  expect(await verifyAudit()).toEqual({ lines: 5 })
  const owner = new Pool({ connectionString: database.ownerUrl, max: 1 })
  await owner.query(`
    alter table audit disable trigger user;
    update audit set cen_id = 'cen-mine' where id = 3;
    alter table audit enable trigger user;`)
  await owner.end()
  expect(await verifyAudit()).toMatchObject({ brokenAt: 3 })
})
