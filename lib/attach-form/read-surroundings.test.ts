import { beforeAll, expect, test } from 'vitest'

import { attachFormDefaults } from '@/lib/attach-form/values'
import { emulator, main, write } from '@/lib/cloud/test/emulator'
import { networksOf, unpacked } from '@/lib/connection-form/around'

const running = await emulator('sample')
const { readAttachAround, readAttachChoices, readAttachSurroundings } =
  await import('@/lib/attach-form/read-surroundings')
const { findFree } = await import('@/lib/attach-form/find-free')
const { findGateways } = await import('@/lib/connection-form/search')
const { createCustomerGateway, listCustomerGateways } =
  await import('@/lib/customer-gateways/cloud')
const { describeIpsecConnection } = await import('@/lib/ipsec-connections/cloud')
const { listRouteTables } = await import('@/lib/route-tables/cloud')

const cenId = 'cen-c7552q19cnvv7ptjlw'
const transitRouterId = 'tr-31bdalhkvzav8stsmf'
const regionId = 'eu-central-1'
const where = { cenId, transitRouterId, language: 'en-US' } as const
const anew = { regionId, within: '0' }
/** The calls of the cloud by name. */
const callsOf = async (read: () => Promise<unknown>) => {
  const before = running.calls().length
  await read()
  const counts: Record<string, number> = {}
  for (const { action } of running.calls().slice(before)) counts[action] = (counts[action] ?? 0) + 1
  return counts
}
const { state } = running.emulator
const defaults = attachFormDefaults({ regionId, transitRouterId })

let small: { calls: Record<string, number>; bytes: number }

beforeAll(async () => {
  await readAttachChoices(main, where)
  const calls = await callsOf(() => readAttachChoices(main, where))
  small = { calls, bytes: JSON.stringify(await readAttachChoices(main, where)).length }

  const [gateway] = state.customerGateways.all()
  await running.control(`/customer-gateways/${gateway?.id}/connections`, { count: 1000 })
  for (let number = 0; number < 1000; number++)
    state.customerGateways.put({
      ...gateway!,
      id: `cgw-many${number}`,
      Name: `site-${number}`,
      IpAddress: `198.18.${number >> 8}.${number & 255}`,
      RegionId: regionId,
      createdAt: Date.UTC(2030, 0, 1) + number * 60_000,
    })
  const tables = await listRouteTables(main, { transitRouterId })
  const system = tables.find((table) => table.transitRouterRouteTableType === 'System')
  await running.control(`/route-tables/${system?.transitRouterRouteTableId}/routes`, {
    count: 10_000,
  })
}, 60_000)

test('the page costs the same calls and bytes with 1,000 connections, 1,000 gateways and 10,000 routes', async () => {
  const calls = await callsOf(async () => {
    const known = await readAttachChoices(main, where)
    expect(known).toMatchObject({ unread: [], moreGateways: true })
    expect(known?.customerGateways).toHaveLength(50)
    // 50 gateways where the sample world has fewer; nothing else is more.
    const { customerGateways: _, ...rest } = known ?? {}
    expect(JSON.stringify(rest).length).toBeLessThan(small.bytes)
  })
  expect(calls).toEqual(small.calls)
  expect(Object.values(calls).reduce((sum, count) => sum + count)).toBeLessThanOrEqual(6)
})

test('what comes after the page is blocks and ids, under 100 bytes a connection', async () => {
  const calls = await callsOf(async () => {
    const around = await readAttachAround(main, { cenId, regionId, transitRouterId })
    expect(around.unread).toEqual([])
    expect(around.prefixes).toHaveLength(300)
    const all = state.connections.all().filter((one) => one.RegionId === regionId)
    const withBlocks = all.filter(({ tunnels }) => tunnels.some((tunnel) => tunnel.bgp))
    expect(withBlocks.length).toBeGreaterThan(0)
    expect(new Set(unpacked(around).map((block) => block.vpnConnectionId)).size).toBe(
      around.connections?.length,
    )
    const behind = all.filter(({ RemoteSubnet }) => RemoteSubnet && !RemoteSubnet.endsWith('/0'))
    expect(behind.length).toBeGreaterThan(0)
    expect(new Set(networksOf(around).map(({ vpnConnectionId }) => vpnConnectionId))).toEqual(
      new Set(behind.map(({ id }) => id)),
    )
    const { routers, connections } = around
    expect(JSON.stringify({ routers, connections }).length).toBeLessThan(100 * all.length)
    for (const row of connections ?? []) expect(JSON.stringify(row).length).toBeLessThan(120)
  })
  // Routes by hundreds, and no more than the overlap rule takes.
  expect(calls['ListTransitRouterRouteEntries']).toBe(3)
})

test('a named connection is there at first, and one that is gone is told', async () => {
  const [first] = state.connections.all().filter((one) => one.RegionId === regionId)
  const vpnId = first?.id ?? ''
  const known = await readAttachChoices(main, where, { vpnId })
  const { vpnAttachments = 0, attachmentNames } = known?.router ?? {}
  expect(vpnAttachments).toBeGreaterThan(0)
  expect(attachmentNames).toHaveLength(vpnAttachments)
  expect(known?.connections).toMatchObject([{ vpnConnectionId: vpnId }])
  const gone = await readAttachChoices(main, where, { vpnId: 'vco-none' })
  expect(gone?.gone).toEqual(['vco-none'])
})

test('the pickers find 50 at a time by name, id and address, the newest first, and read the lists once', async () => {
  const read = await callsOf(async () => {
    const all = await findGateways(main, anew)
    expect(all).toMatchObject({ more: true, items: { 0: { customerGatewayId: 'cgw-many999' } } })
    expect(all.items).toHaveLength(50)
  })
  expect(read['DescribeCustomerGateways']).toBeGreaterThan(20)
  const again = await callsOf(async () => {
    for (const search of ['site-123', 'cgw-many123', '198.18.0.123', ' SITE-123 ']) {
      const found = await findGateways(main, { regionId, search, within: '60000' })
      expect([search, found.items.map((one) => one.name), found.more]).toEqual([
        search,
        ['site-123'],
        false,
      ])
    }
  })
  expect(again).toEqual({})
  const free = await findFree(main, anew)
  expect(free.items).toHaveLength(50)
  expect(free.more).toBe(true)
  expect(free.items.every((one) => one.attachType === 'NO_ASSOCIATED')).toBe(true)
  const { vpnConnectionId: id } = free.items[7]!
  const one = await findFree(main, { regionId, search: id, within: '60000', vpnId: id })
  expect(one).toMatchObject({
    more: false,
    items: [{ vpnConnectionId: id }],
    chosen: { vpnConnectionId: id },
  })
  const none = await findFree(main, {
    regionId,
    search: 'nothing-is-so',
    within: '60000',
    vpnId: 'vco-none',
  })
  expect(none).toMatchObject({ items: [], more: false, chosen: null })
})

test('a write of ours, and an older page, read a list anew', async () => {
  await running.control('/quotas', { customerGatewaysPerRegion: 10_000 })
  await findGateways(main, anew)
  const gateway = {
    regionId,
    name: 'just-made',
    description: '',
    ipAddress: '198.19.9.9',
    tags: [],
  }
  await createCustomerGateway(main, gateway, write())
  const found = await findGateways(main, { regionId, search: 'just-made', within: '60000' })
  expect(found.items).toHaveLength(1)
  expect(await callsOf(() => findGateways(main, anew))).not.toEqual({})
})

test('OK asks what its rules need: no other connection while BGP is off', async () => {
  const [gateway] = await listCustomerGateways(main, { regionId })
  const values = structuredClone(defaults)
  values.connection.tunnels[0].customerGatewayId = gateway!.customerGatewayId
  const calls = await callsOf(async () => {
    const known = await readAttachSurroundings(main, where, values)
    expect(known).toMatchObject({
      gone: [],
      unread: [],
      customerGateways: [gateway!.name].map((name) => ({ name })),
    })
  })
  expect(calls).toEqual({ ListTransitRouters: 1, DescribeCustomerGateways: 1 })
  values.connection.enableBgp = true
  expect((await readAttachSurroundings(main, where, values))?.blocks?.length).toBeGreaterThan(0)
  values.connection.tunnels[0].customerGatewayId = 'cgw-none'
  expect((await readAttachSurroundings(main, where, values))?.gone).toEqual(['cgw-none'])
  const [connection] = state.connections.all().filter((one) => one.RegionId === regionId)
  values.resource = { kind: 'select', vpnId: connection!.id }
  const selected = await readAttachSurroundings(main, where, values)
  const { name } = await describeIpsecConnection(main, {
    regionId,
    vpnConnectionId: connection!.id,
  })
  expect(selected?.connections).toMatchObject([{ name }])
})

test('reads 1,000 customer gateways in 20 calls', async () => {
  const calls = await callsOf(async () => {
    const all = await listCustomerGateways(main, { regionId })
    expect(new Set(all.map((one) => one.customerGatewayId)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(1000)
  })
  expect(calls['DescribeCustomerGateways']).toBeLessThanOrEqual(21)
})
