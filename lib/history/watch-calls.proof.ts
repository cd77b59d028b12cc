import { randomUUID } from 'node:crypto'

import { sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'

const REGIONS = [
  'cn-beijing',
  'cn-shanghai',
  'cn-chengdu',
  'cn-shenzhen',
  'cn-hongkong',
  'ap-southeast-3',
  'ap-northeast-1',
  'us-west-1',
  'us-east-1',
  'me-east-1',
]
const CONNECTIONS = 100
/** Looks at each region in a minute, one every 15 seconds. */
const LOOKS = 4
const BUDGET = 120

const rig = await vi.hoisted(async () => {
  const { startBoth } = await import('@/lib/db/test/rig')
  return startBoth(0)
})
process.env['WATCH_REGIONS'] = REGIONS.join(',')
process.env['CLOUD_PROFILES'] = 'main:1000000000000001'

const { emulator } = rig
const { db, engineDb } = await import('@/lib/db/pool')
const { watchDue } = await import('@/lib/history/watch')
const { createCustomerGateway } = await import('@/lib/customer-gateways/cloud')

afterAll(async () => {
  await Promise.all([db().$client.end(), engineDb().$client.end()])
  await Promise.all([rig.emulator.stop(), rig.database.stop()])
})

const access = { profile: 'main' }

/** Looks at whatever is due so often, each time with all regions due again; gives the calls that it cost. */
async function callsOf(looks: number): Promise<string[]> {
  const before = (await emulator.calls()).length
  for (let look = 0; look < looks; look += 1) {
    await db().execute(sql`update watched_region set next_at = now()`)
    await watchDue()
  }
  return (await emulator.calls()).slice(before).map(({ action }) => action)
}

test('ten regions with a thousand connections cost 80 calls a minute; more often than the budget allows, each region has its turn', async () => {
  for (const regionId of REGIONS) {
    const gateway = { regionId, name: regionId, description: '', ipAddress: '198.18.4.1', tags: [] }
    const id = await createCustomerGateway(access, gateway, { clientToken: randomUUID() })
    await emulator.connections(id, CONNECTIONS)
  }
  const clock = vi.spyOn(Date, 'now')
  const begun = clock.getMockImplementation()?.() ?? Date.now()
  const minute = (index: number) => clock.mockReturnValue(begun + index * 60_000)

  minute(0)
  expect(await callsOf(1)).toHaveLength(REGIONS.length * 2)
  const known = await db().execute(sql`select count(*)::int as count from observation`)
  expect(known.rows[0]).toEqual({ count: REGIONS.length * CONNECTIONS })

  minute(1)
  const usual = await callsOf(LOOKS)
  expect(new Set(usual)).toEqual(new Set(['DescribeVpnConnections']))
  // A region of a hundred connections is two pages.
  expect(usual).toHaveLength(REGIONS.length * 2 * LOOKS)
  expect(usual.length).toBeLessThanOrEqual(BUDGET)

  minute(2)
  expect((await callsOf(LOOKS * 3)).length).toBeLessThanOrEqual(BUDGET)
  minute(3)
  const before = await db().execute<{ at: string }>(sql`select clock_timestamp() as at`)
  await callsOf(LOOKS * 3)
  const late = await db().execute(
    sql`select region_id from watched_region where read_at < ${before.rows[0]?.at}`,
  )
  expect(late.rows).toEqual([])
  clock.mockRestore()
})
