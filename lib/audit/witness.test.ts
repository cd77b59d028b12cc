import { randomUUID } from 'node:crypto'

import { desc, sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { z } from 'zod'

import { startAttach } from '@/lib/attachments/operation'
import { ACCESS, sampleAttach } from '@/lib/attachments/test/sample'
import { auditWitness } from '@/lib/audit/witness'
import { callVpc } from '@/lib/cloud/client'
import { replacing, witnessed } from '@/lib/cloud/witness'
import {
  createCustomerGateway,
  deleteCustomerGateway,
  listCustomerGateways,
} from '@/lib/customer-gateways/cloud'
import { db } from '@/lib/db/pool'
import { auditEntries } from '@/lib/db/tables'
import { changePayer, grant, revoke } from '@/lib/grants/cloud'
import { stopEngine, until } from '@/lib/operations/test/engine'
import { setTags } from '@/lib/tags/cloud'
import { replaceTags } from '@/lib/tags/replace'

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
const { emulator, database } = rig

const PSK = 'Canary-4711-psk'

afterAll(() => stopEngine(rig))

async function asOwner(statement: string): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Newest first. */
const lines = () => db().select().from(auditEntries).orderBy(desc(auditEntries.id))

const asAction = <T>(run: () => Promise<T>): Promise<T> =>
  witnessed(auditWitness(ACCESS, { regionId: 'eu-central-1' }), run)

const gateway = (ipAddress: string) =>
  createCustomerGateway(
    ACCESS,
    { regionId: 'eu-central-1', name: 'edge', description: '', ipAddress, asn: 65_010, tags: [] },
    { clientToken: randomUUID() },
  )

test('a write is in the audit with what it makes, its request id and what it changes', async () => {
  const customerGatewayId = await asAction(() => {
    replacing({ Name: 'former' })
    return gateway('8.9.9.1')
  })
  const [result, intent] = await lines()
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

test('a change says what it replaces, and a removal what goes', async () => {
  const resource = {
    service: 'vpc',
    type: 'CUSTOMERGATEWAY',
    id: await gateway('8.9.9.3'),
    regionId: 'eu-central-1',
  } as const
  const [dev, prod, site] = [
    { key: 'env', value: 'dev' },
    { key: 'env', value: 'prod' },
    { key: 'site', value: 'Munich' },
  ]
  await setTags(ACCESS, resource, [dev, site])
  const was = [dev, site]
  await asAction(() => replaceTags(ACCESS, resource, { tags: was, was, tag: [prod] }))
  await asAction(() => {
    replacing({ Name: 'edge' })
    const { id: customerGatewayId, regionId } = resource
    return deleteCustomerGateway(
      ACCESS,
      { regionId, customerGatewayId },
      { clientToken: randomUUID() },
    )
  })
  const all = await lines()
  expect(all.filter(({ phase }) => phase === 'intent').slice(0, 3)).toMatchObject([
    {
      action: 'vpc:DeleteCustomerGateway',
      resourceId: resource.id,
      changes: [{ what: 'Name', from: 'edge', to: '' }],
    },
    {
      action: 'vpc:TagResources',
      resourceId: resource.id,
      changes: [
        { what: 'Tag.1.Key', from: '', to: 'env' },
        { what: 'Tag.1.Value', from: 'dev', to: 'prod' },
      ],
    },
    {
      action: 'vpc:UnTagResources',
      resourceId: resource.id,
      changes: [
        { what: 'Tag.site', from: 'Munich', to: '' },
        { what: 'TagKey.1', from: 'site', to: '' },
      ],
    },
  ])
})

test('a refused write says the code, and a reading leaves no line', async () => {
  const before = await lines()
  await expect(asAction(() => gateway('not an address'))).rejects.toMatchObject({
    code: 'InvalidIpAddress.WrongFormat',
  })
  await asAction(() => listCustomerGateways(ACCESS, { regionId: 'eu-central-1' }))
  const written = (await lines()).slice(0, -before.length)
  expect(written).toHaveLength(2)
  expect(written[0]).toMatchObject({ outcome: 'refused', code: 'InvalidIpAddress.WrongFormat' })
})

test('a grant names its IPsec connection, also when it is refused', async () => {
  const connection = { regionId: 'eu-central-1', instanceId: 'vco-granted', cenId: 'cen-other' }
  const attempts = [
    () =>
      grant(ACCESS, {
        ...connection,
        cenOwnerId: '1000000000000002',
        orderType: 'PayByCenOwner',
      }),
    () => revoke(ACCESS, { ...connection, cenOwnerId: '1000000000000002' }),
    () =>
      changePayer(
        ACCESS,
        { cenId: 'cen-other', instanceId: 'vco-granted', orderType: 'PayByCenOwner' },
        { clientToken: randomUUID() },
      ),
  ]
  for (const attempt of attempts) await asAction(attempt).catch(() => undefined)
  const written = (await lines()).slice(0, 2 * attempts.length)
  expect(new Set(written.map(({ action }) => action))).toEqual(
    new Set([
      'cen:GrantInstanceToTransitRouter',
      'cen:RevokeInstanceFromTransitRouter',
      'cen:ModifyGrantInstanceToTransitRouter',
    ]),
  )
  for (const { resourceId, changes } of written) {
    expect(resourceId).toBe('vco-granted')
    expect(changes.map(({ what }) => what)).not.toContain('InstanceId')
  }
})

test('no pre-shared key is written down, wherever it stands in the call', async () => {
  const send = async (fields: object) =>
    asAction(async () => {
      await callVpc(
        ACCESS,
        'eu-central-1',
        'createVpnAttachment',
        { regionId: 'eu-central-1', ...fields },
        z.unknown(),
        'vpnConnectionId',
      )
    }).catch(() => undefined)
  await send({ ikeConfig: JSON.stringify({ Psk: PSK, IkeVersion: 'ikev2' }) })
  await send({ tunnelOptionsSpecification: [{ tunnelIkeConfig: { psk: PSK } }] })
  const all = await db().execute(sql`select audit::text from audit`)
  expect(JSON.stringify(all.rows)).toContain('ikev2')
  expect(JSON.stringify(all.rows)).not.toContain(PSK)
})

test('an operation that an action begins writes each of its calls down once', async () => {
  const operationId = randomUUID()
  const form = await sampleAttach('Munich')
  await asAction(() => startAttach(ACCESS, { operationId, ...form }))
  await until(operationId, ({ state }) => state === 'done')
  const all = await lines()
  const sent = all.filter(
    ({ phase, action }) => phase === 'intent' && action === 'vpc:CreateVpnAttachment',
  )
  expect(sent.filter((line) => line.operationId === operationId)).toHaveLength(1)
  expect(sent.filter((line) => line.operationId === null)).toHaveLength(2)
})

test('nobody changes, deletes or empties what is written, also not the owner of the table', async () => {
  for (const statement of [
    `update audit set actor = 'nobody'`,
    'delete from audit',
    'truncate audit',
  ]) {
    await expect(asOwner(statement)).rejects.toMatchObject({ message: 'The audit is append-only.' })
    await expect(db().execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } })
  }
})

test('without the table of the audit nothing is sent', async () => {
  await asOwner('alter table audit rename to audit_away')
  const before = (await emulator.calls()).length
  await expect(asAction(() => gateway('8.9.9.2'))).rejects.toMatchObject({
    cause: { code: '42P01' },
  })
  expect(await emulator.calls()).toHaveLength(before)
})
