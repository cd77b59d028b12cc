import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, route } from './network'
import { type Running, start } from './start'

let emulator: Running
beforeEach(async () => {
  emulator = await start()
})
afterEach(() => emulator.close())

const get = async (path: string): Promise<unknown> =>
  (await fetch(`${emulator.url}/_emulator${path}`)).json()

test('the clock is moved on and health tells the time', async () => {
  expect(await get('/health')).toEqual({ status: 'ok', time: '2026-01-01T00:00:00.000Z' })
  await emulator.control('/clock', { seconds: 90 })
  expect(await get('/health')).toMatchObject({ time: '2026-01-01T00:01:30.000Z' })
  expect(await emulator.control('/clock', { seconds: -1 })).toHaveProperty('error')
})

test('calls are listed from a number on, of one action, and cleared', async () => {
  const { cbn } = emulator.main
  await cbn('CreateCen', {})
  await cbn('DescribeCens', {})
  await cbn('CreateCen', {})
  expect(await get('/calls?action=CreateCen&after=1')).toMatchObject({
    calls: [{ seq: 3, action: 'CreateCen' }],
  })
  await fetch(`${emulator.url}/_emulator/calls`, { method: 'DELETE' })
  expect(await get('/calls')).toEqual({ calls: [] })
})

test('a reset leaves no fault, call or record behind', async () => {
  await emulator.main.cbn('CreateCen', {})
  await emulator.control('/faults', { fault: 'denied' })
  await emulator.control('/reset', { world: 'empty' })
  expect(await get('/faults')).toEqual({ faults: [] })
  expect(await get('/calls')).toEqual({ calls: [] })
  expect(await emulator.main.cbn('DescribeCens', {})).toMatchObject({ TotalCount: 0 })
})

test('the sample world has the same ids each time', async () => {
  const ids = () =>
    (
      [
        'cens',
        'transitRouters',
        'routeTables',
        'routeMaps',
        'attachments',
        'connections',
        'customerGateways',
        'routes',
      ] as const
    ).map((kind) => emulator.emulator.state[kind].all().map(({ id }) => id))
  await emulator.control('/reset', { world: 'sample' })
  const first = ids()
  expect(first.every((list) => list.length > 0)).toBe(true)
  await emulator.control('/reset', { world: 'sample' })
  expect(ids()).toEqual(first)
})

test('what a peer does shows in the table and in what others are told', async () => {
  const { TransitRouterId, system } = await buildNetwork(emulator)
  const connection = connect(emulator, 'munich', { bgp: true, tunnel: { cidr: '169.254.10.0/30' } })
  const attachment = await attach(emulator, TransitRouterId, connection)
  await route(emulator, attachment, system)
  await emulator.control(`/route-tables/${system}/routes`, { count: 2 })
  const told = () => get(`/advertised?attachment=${attachment}`)
  expect(await told()).toEqual({ routes: [] })
  await emulator.control(`/connections/${connection.id}`, {
    tunnels: [
      {
        index: 1,
        status: 'ipsec_sa_established',
        bgp: 'success',
        learned: [{ cidr: '192.168.7.0/24', asPath: ['65001'] }],
      },
    ],
  })
  const entries = await emulator.main.cbn('ListTransitRouterRouteEntries', {
    TransitRouterRouteTableId: system,
    TransitRouterRouteEntryType: 'Propagated',
  })
  expect(entries).toMatchObject({
    TransitRouterRouteEntries: [
      {
        TransitRouterRouteEntryDestinationCidrBlock: '192.168.7.0/24',
        PathAttributes: { AsPaths: ['65001'] },
      },
    ],
  })
  // The synthetic routes lead back to this only attachment: it is not told its own.
  expect(await told()).toEqual({ routes: [] })
  expect(await emulator.control('/connections/vco-none', {})).toHaveProperty('error')
})

test('a failing health check withdraws the routes of a connection that is to revoke them', async () => {
  await emulator.control('/reset', { world: 'sample' })
  const { state } = emulator.emulator
  const vienna = state.connections.first(({ Name }) => Name === 'vienna-branch')
  const staging = state.routeTables.first(
    (table) => table.TransitRouterRouteTableName === 'staging',
  )
  const hasRoute = async () =>
    JSON.stringify(
      await emulator.main.cbn('ListTransitRouterRouteEntries', {
        TransitRouterRouteTableId: staging?.id,
      }),
    ).includes('192.168.60.0/24')
  expect(await hasRoute()).toBe(false)
  await emulator.control(`/connections/${vienna?.id}`, { health: 'success' })
  expect(await hasRoute()).toBe(true)
})

test('many connections lead in turn to the gateway and to others like it', async () => {
  const made = await emulator.main.vpcCall('CreateCustomerGateway', {
    RegionId: 'eu-central-1',
    IpAddress: '203.0.113.77',
  })
  const gateway = String(made['CustomerGatewayId'])
  await emulator.control(`/customer-gateways/${gateway}/connections`, { count: 6, gateways: 2 })
  const { state } = emulator.emulator
  expect(state.customerGateways.all().map(({ IpAddress }) => IpAddress)).toEqual([
    '203.0.113.77',
    '198.18.0.1',
    '198.18.0.2',
  ])
  const ends = state.connections.all().flatMap(({ tunnels }) => tunnels[0]?.CustomerGatewayId ?? '')
  expect(new Set(ends.slice(0, 3)).size).toBe(3)
  expect(ends.slice(3)).toEqual(ends.slice(0, 3))
})

test('many connections are free, each with a tunnel block of its own', async () => {
  const made = await emulator.main.vpcCall('CreateCustomerGateway', {
    RegionId: 'eu-central-1',
    IpAddress: '203.0.113.77',
  })
  const gateway = String(made['CustomerGatewayId'])
  await emulator.control(`/customer-gateways/${gateway}/connections`, { count: 3 })
  expect(
    await emulator.main.vpcCall('DescribeVpnConnections', { RegionId: 'eu-central-1' }),
  ).toMatchObject({
    TotalCount: 3,
    VpnConnections: {
      VpnConnection: [1, 2, 3].map((number) => ({
        Name: `synthetic-${number}`,
        AttachType: 'NO_ASSOCIATED',
      })),
    },
  })
  const blocks = emulator.emulator.state.connections
    .all()
    .flatMap(({ tunnels }) => tunnels.map(({ bgp }) => bgp.TunnelCidr))
  expect(blocks).toEqual(['169.254.128.0/30', '169.254.128.4/30', '169.254.128.8/30'])
})
