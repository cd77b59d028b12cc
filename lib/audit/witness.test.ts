import { randomUUID } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import {
  pointAt,
  type RunningEmulator,
  startDatabase,
  startEmulator,
} from '@/lib/operations/rig.fixture'

const ACCESS = { profile: 'main' }
const PSK = 'Canary-4711-psk'

let emulator: RunningEmulator
let database: Awaited<ReturnType<typeof startDatabase>>
let console: Awaited<ReturnType<typeof load>>

beforeAll(async () => {
  ;[emulator, database] = await Promise.all([startEmulator(0), startDatabase()])
  pointAt(database, emulator)
  console = await load()
  // A connection that the server ends says so to the pool.
  console.db().$client.on('error', () => undefined)
})
afterAll(async () => {
  const { DBOS } = await import('@dbos-inc/dbos-sdk')
  await DBOS.shutdown()
  await console.db().$client.end()
  await Promise.all([emulator.stop(), database.stop()])
})

async function load() {
  const [client, gateways, pool, list, witness, cloud, start, view, sample] = await Promise.all([
    import('@/lib/cloud/client'),
    import('@/lib/customer-gateways/cloud'),
    import('@/lib/db/pool'),
    import('@/lib/audit/list'),
    import('@/lib/audit/witness'),
    import('@/lib/cloud/witness'),
    import('@/lib/attachments/operation'),
    import('@/lib/operations/view'),
    import('@/lib/attachments/sample.fixture'),
  ])
  return {
    ...client,
    ...gateways,
    ...pool,
    ...list,
    ...witness,
    ...cloud,
    ...start,
    ...view,
    ...sample,
  }
}

const asAction = <T>(run: () => Promise<T>): Promise<T> =>
  console.witnessed(console.auditWitness(ACCESS, 'eu-central-1'), run)

const gateway = (ipAddress: string) =>
  console.createCustomerGateway(
    ACCESS,
    { regionId: 'eu-central-1', name: 'edge', description: '', ipAddress, asn: 65_010, tags: [] },
    { clientToken: randomUUID() },
  )

test('a write is in the audit with what it makes, its request id and what it changes', async () => {
  const customerGatewayId = await asAction(() => {
    console.replacing({ Name: 'former' })
    return gateway('8.9.9.1')
  })
  const [result, intent] = await console.listAudit({})
  expect(intent).toMatchObject({
    phase: 'intent',
    actor: 'main',
    action: 'vpc:CreateCustomerGateway',
    regionId: 'eu-central-1',
    changes: expect.arrayContaining([
      { what: 'IpAddress', from: '', to: '8.9.9.1' },
      { what: 'Name', from: 'former', to: 'edge' },
    ]),
  })
  expect(result).toMatchObject({
    phase: 'result',
    intentId: intent?.id,
    outcome: 'accepted',
    resourceId: customerGatewayId,
    requestId: (await emulator.calls()).find(({ effect }) => effect)?.requestId,
  })
})

test('a refused write says the code, and a reading leaves no line', async () => {
  const before = await console.listAudit({})
  await expect(asAction(() => gateway('not an address'))).rejects.toMatchObject({
    code: 'InvalidIpAddress.WrongFormat',
  })
  await asAction(() => console.listCustomerGateways(ACCESS, { regionId: 'eu-central-1' }))
  const lines = (await console.listAudit({})).slice(0, -before.length)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({ outcome: 'refused', code: 'InvalidIpAddress.WrongFormat' })
})

test('no pre-shared key is written down, wherever it stands in the call', async () => {
  const send = async (fields: object) =>
    asAction(async () => {
      const { z } = await import('zod')
      await console.callVpc(
        ACCESS,
        'eu-central-1',
        'createVpnAttachment',
        { regionId: 'eu-central-1', ...fields },
        z.unknown(),
      )
    }).catch(() => undefined)
  await send({ ikeConfig: JSON.stringify({ Psk: PSK, IkeVersion: 'ikev2' }) })
  await send({ tunnelOptionsSpecification: [{ tunnelIkeConfig: { psk: PSK } }] })
  const all = await console.db().execute(sql`select audit::text from audit`)
  expect(JSON.stringify(all.rows)).toContain('ikev2')
  expect(JSON.stringify(all.rows)).not.toContain(PSK)
})

test('an operation that an action begins writes each of its calls down once', async () => {
  const operationId = randomUUID()
  const form = await console.sampleAttach('Munich')
  await asAction(() => console.startAttach(ACCESS, { operationId, ...form }))
  await vi.waitUntil(async () => (await console.viewOperation(operationId)).state === 'done', {
    timeout: 15_000,
    interval: 50,
  })
  const lines = await console.listAudit({})
  const sent = lines.filter(
    ({ phase, action }) => phase === 'intent' && action === 'vpc:CreateVpnAttachment',
  )
  expect(sent.filter((line) => line.operationId === operationId)).toHaveLength(1)
  expect(sent.filter((line) => line.operationId === undefined)).toHaveLength(2)
})

test('nobody changes, deletes or empties what is written', async () => {
  for (const statement of [
    sql`update audit set actor = 'nobody'`,
    sql`delete from audit`,
    sql`truncate audit`,
  ])
    await expect(console.db().execute(statement)).rejects.toMatchObject({
      cause: { message: 'The audit is append-only.' },
    })
})

test('without a database nothing is sent', async () => {
  await console.db().execute(sql`alter table audit rename to audit_away`)
  const before = (await emulator.calls()).length
  await expect(asAction(() => gateway('8.9.9.2'))).rejects.toMatchObject({
    code: 'DatabaseUnavailable',
    outcome: 'refused',
  })
  expect(await emulator.calls()).toHaveLength(before)
})
