import { expect, test } from 'vitest'

import { emulator, main } from '@/lib/cloud/test/emulator'

const running = await emulator('sample')
const { readAttachSurroundings } = await import('@/lib/attach-form/read-surroundings')
const { listCustomerGateways } = await import('@/lib/customer-gateways/cloud')
const { listRouteTables } = await import('@/lib/route-tables/cloud')

const cenId = 'cen-c7552q19cnvv7ptjlw'
const transitRouterId = 'tr-31bdalhkvzav8stsmf'
const where = { cenId, transitRouterId, language: 'en-US' } as const
const callsOf = async (action: string, read: () => Promise<unknown>) => {
  const before = running.calls(action).length
  await read()
  return running.calls(action).length - before
}

test('reads as many routes of the default table as the overlap rule takes, not all of them', async () => {
  const tables = await listRouteTables(main, { transitRouterId })
  const system = tables.find((table) => table.transitRouterRouteTableType === 'System')
  await running.control(`/route-tables/${system?.transitRouterRouteTableId}/routes`, {
    count: 10_000,
  })
  const calls = await callsOf('ListTransitRouterRouteEntries', async () => {
    const around = await readAttachSurroundings(main, where)
    expect(around?.unread).toEqual([])
    expect(around?.router.prefixes).toHaveLength(300)
  })
  expect(calls).toBe(3)
})

test('reads 1,000 customer gateways in 20 calls', async () => {
  const { state } = running.emulator
  const [like] = state.customerGateways.all()
  const regionId = 'eu-west-1'
  for (let number = 0; number < 1000; number++)
    state.customerGateways.put({ ...like!, id: `cgw-many${number}`, RegionId: regionId })
  const calls = await callsOf('DescribeCustomerGateways', async () => {
    const all = await listCustomerGateways(main, { regionId })
    expect(new Set(all.map((one) => one.customerGatewayId)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(1000)
  })
  expect(calls).toBeLessThanOrEqual(21)
})
