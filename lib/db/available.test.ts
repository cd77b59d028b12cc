import { randomUUID } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, expect, test, vi } from 'vitest'

import { startAttach } from '@/lib/attachments/operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import { auditWitness } from '@/lib/audit/witness'
import { witnessed } from '@/lib/cloud/witness'
import { createCustomerGateway } from '@/lib/customer-gateways/cloud'
import { db, engineDb } from '@/lib/db/pool'
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
  witnessed(auditWitness(ACCESS, { regionId: 'eu-central-1' }), () =>
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

/** Each connection hears of it when it comes to it. */
async function setReadOnly(wanted: 'on' | 'off'): Promise<void> {
  const client = new Client(database.ownerUrl)
  await client.connect()
  await client.query(`alter system set default_transaction_read_only = ${wanted}`)
  await client.query('select pg_reload_conf()')
  await client.end()
  const state = sql`select current_setting('default_transaction_read_only') as state`
  for (const each of [db(), engineDb()])
    await vi.waitUntil(
      async () => {
        const all = await Promise.all(Array.from({ length: 30 }, () => each.execute(state)))
        return all.every(({ rows }) => rows[0]?.['state'] === wanted)
      },
      { timeout: 300_000 },
    )
}

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

  await setReadOnly('on')
  const readOnly = { code: 'DatabaseReadOnly', outcome: 'refused' }
  await expect(gateway()).rejects.toMatchObject(readOnly)
  await expect(startAttach(ACCESS, given)).rejects.toMatchObject(readOnly)
  await expect(decide(ACCESS, asking, 'continue')).rejects.toMatchObject(readOnly)
  expect((await viewOperation(ACCESS, asking)).state).toBe('needs-decision')
  expect(await effects()).toBe(before)

  await setReadOnly('off')
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
