import { randomUUID } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'

import { startAttach } from '@/lib/attachments/operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import { auditWitness } from '@/lib/audit/witness'
import { witnessed } from '@/lib/cloud/witness'
import { createCustomerGateway } from '@/lib/customer-gateways/cloud'
import { db } from '@/lib/db/pool'
import { decide } from '@/lib/operations/start'
import { stopEngine, until } from '@/lib/operations/test/engine'
import { viewOperation } from '@/lib/operations/view'
import { startPostgres } from '@/scripts/postgres'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator, database } = rig

afterAll(() => stopEngine(rig))

const effects = async () => (await emulator.calls()).filter(({ effect }) => effect).length

const gateway = () =>
  witnessed(auditWitness(ACCESS, 'eu-central-1'), () =>
    createCustomerGateway(
      ACCESS,
      {
        regionId: 'eu-central-1',
        name: 'edge',
        description: '',
        ipAddress: '8.9.7.1',
        asn: 65_010,
        tags: [],
      },
      { clientToken: randomUUID() },
    ),
  )

const isDone = (operationId: string) => until(operationId, ({ state }) => state === 'done')

test('a database that takes no writes keeps every write from leaving, until it takes them again', async () => {
  await emulator.fault({ fault: 'denied', actions: ['CreateTransitRouterVpnAttachment'] })
  const asking = await startAttach(ACCESS, {
    operationId: randomUUID(),
    ...(await sampleAttach('Munich')),
  })
  await until(asking, ({ question }) => question !== undefined)
  await emulator.mend()
  const given = { operationId: randomUUID(), ...(await sampleAttach('Hamburg')) }
  const before = await effects()

  await db().execute(sql`alter system set default_transaction_read_only = on`)
  await db().execute(sql`select pg_reload_conf()`)
  const readOnly = { code: 'DatabaseReadOnly', outcome: 'refused' }
  await expect(gateway()).rejects.toMatchObject(readOnly)
  await expect(startAttach(ACCESS, given)).rejects.toMatchObject(readOnly)
  await expect(decide(ACCESS, asking, 'continue')).rejects.toMatchObject(readOnly)
  expect((await viewOperation(asking)).state).toBe('needs-decision')
  expect(await effects()).toBe(before)

  await db().$client.query('alter system reset default_transaction_read_only')
  await db().$client.query('select pg_reload_conf()')
  await startAttach(ACCESS, given)
  await isDone(given.operationId)
  expect(await effects()).toBe(before + 4)
})

test('without a database nothing leaves, and what was refused begins when it is back', async () => {
  const given = { operationId: randomUUID(), ...(await sampleAttach('Vienna')) }
  const before = await effects()
  const postgres = await startPostgres(database.dataDir)
  await postgres.stop()
  const down = { code: 'DatabaseUnavailable', outcome: 'refused' }
  await expect(gateway()).rejects.toMatchObject(down)
  await expect(startAttach(ACCESS, given)).rejects.toMatchObject(down)
  expect(await effects()).toBe(before)
  await startPostgres(database.dataDir)
  await startAttach(ACCESS, given)
  await isDone(given.operationId)
  expect(await effects()).toBe(before + 4)
})
