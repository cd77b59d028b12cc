import {
  CreateVcoRouteEntryRequest,
  DeleteVcoRouteEntryRequest,
  DescribeVcoRouteEntriesRequest,
  ModifyVcoRouteEntryWeightRequest,
} from '@alicloud/vpc20160428'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { refusal, type Running, start } from './start'
import {
  attach,
  connection,
  type Fields,
  gateway,
  regionId,
  router,
  shown,
  twoTunnels,
} from './vpc-fixtures'

let emulator: Running
let tr: string
let vco: string
let attachment: string
let cgw: string
beforeEach(async () => {
  emulator = await start()
  cgw = await gateway(emulator, '203.0.113.9', '65001')
  tr = await router(emulator)
  vco = await connection(emulator, { customerGatewayId: cgw })
  attachment = await attach(emulator, tr, vco)
})
afterEach(() => emulator.close())

const named = () => ({
  regionId,
  vpnConnectionId: vco,
  nextHop: vco,
  routeDest: '192.168.10.0/24',
  weight: 100,
})
const create = (fields: Fields<CreateVcoRouteEntryRequest> = {}) =>
  emulator.main.vpc.createVcoRouteEntry(new CreateVcoRouteEntryRequest({ ...named(), ...fields }))
const reweigh = (fields: Fields<ModifyVcoRouteEntryWeightRequest> = {}) =>
  emulator.main.vpc.modifyVcoRouteEntryWeight(
    new ModifyVcoRouteEntryWeightRequest({ ...named(), newWeight: 0, ...fields }),
  )
const remove = (fields: Fields<DeleteVcoRouteEntryRequest> = {}) =>
  emulator.main.vpc.deleteVcoRouteEntry(new DeleteVcoRouteEntryRequest({ ...named(), ...fields }))
const list = async (fields: Fields<DescribeVcoRouteEntriesRequest> = {}) => {
  const request = new DescribeVcoRouteEntriesRequest({ regionId, vpnConnectionId: vco, ...fields })
  return (await emulator.main.vpc.describeVcoRouteEntries(request)).body
}

/** The router's default table and the destinations that it has from the connection. */
async function propagated(): Promise<string[]> {
  const table = emulator.emulator.state.routeTables.first(
    ({ TransitRouterId }) => TransitRouterId === tr,
  )
  const TransitRouterRouteTableId = table?.id ?? ''
  const { cbn } = emulator.main
  const ids = { TransitRouterAttachmentId: attachment, TransitRouterRouteTableId }
  await cbn('EnableTransitRouterRouteTablePropagation', ids).catch(() => {})
  emulator.advance(5)
  const { TransitRouterRouteEntries } = await cbn('ListTransitRouterRouteEntries', {
    TransitRouterRouteTableId,
  })
  const entries = TransitRouterRouteEntries as {
    TransitRouterRouteEntryDestinationCidrBlock: string
  }[]
  return entries.map((entry) => entry.TransitRouterRouteEntryDestinationCidrBlock)
}

test('a route is published to the router, weighed anew and withdrawn', async () => {
  const { body } = await create({ description: 'hall 2' })
  expect(body).toMatchObject({
    vpnConnectionId: vco,
    routeDest: '192.168.10.0/24',
    nextHop: vco,
    weight: 100,
    overlayMode: 'Ipsec',
    description: 'hall 2',
    state: 'published',
    createTime: emulator.emulator.clock.now(),
  })
  expect((await shown(emulator, vco))?.state).toBe('updating')
  expect((await refusal(create({ routeDest: '192.168.11.0/24' }))).code).toBe(
    'VpnConnection.Configuring',
  )
  expect((await refusal(remove())).code).toBe('VpnConnection.Configuring')
  expect((await refusal(reweigh())).code).toBe('VpnConnection.Configuring')
  expect(await propagated()).toEqual(['192.168.10.0/24'])
  expect((await shown(emulator, vco))?.state).toBe('attached')

  const entries = await list()
  expect(entries).toMatchObject({
    totalCount: 1,
    vcoRouteEntries: [
      { routeEntryType: 'custom', routeDest: '192.168.10.0/24', weight: 100, state: 'published' },
    ],
  })
  expect(entries?.vpnRouteCounts).toBeUndefined()
  await reweigh()
  emulator.advance(5)
  expect((await list())?.vcoRouteEntries?.[0]?.weight).toBe(0)
  expect((await refusal(remove())).code).toBe('VcoRouteEntry.NotFound')
  await remove({ weight: 0 })
  emulator.advance(5)
  expect(await propagated()).toEqual([])
  expect((await list())?.totalCount).toBe(0)
})

test.each<[string, Fields<CreateVcoRouteEntryRequest>, string]>([
  ['the default route', { routeDest: '0.0.0.0/0' }, 'IllegalParam.RouteDest'],
  ['shared address space', { routeDest: '100.96.0.0/12' }, 'IllegalParam.RouteDest'],
  ['a block around it', { routeDest: '100.0.0.0/8' }, 'IllegalParam.RouteDest'],
  ['host bits', { routeDest: '192.168.10.1/24' }, 'IllegalParam.RouteDest'],
  ['IPv6', { routeDest: '2001:db8::/32' }, 'IllegalParam.RouteDest'],
  ['a weight of 50', { weight: 50 }, 'InvalidParameter'],
  ['another overlay', { overlayMode: 'Gre' }, 'InvalidParameter'],
  ['another next hop', { nextHop: 'vco-x' }, 'InvalidParameter'],
  ['no destination', { routeDest: undefined }, 'MissingParameter'],
  ['no connection', { vpnConnectionId: 'vco-x' }, 'InvalidVpnConnectionInstanceId.NotFound'],
  ['a dry run', { dryRun: true }, 'DryRunOperation'],
])('refuses a route with %s', async (_, fields, code) => {
  expect((await refusal(create(fields))).code).toBe(code)
  expect((await list())?.totalCount).toBe(0)
})

test('a destination is there once, within the quota, and only on a bound connection', async () => {
  await create()
  emulator.advance(5)
  expect((await refusal(create({ weight: 0 }))).code).toBe('VcoRouteEntry.AlreadyExists')
  emulator.emulator.state.settings.put({ id: 'quota/routesPerConnection', value: 1 })
  expect((await refusal(create({ routeDest: '192.168.11.0/24' }))).code).toBe('Resource.QuotaFull')
  expect((await refusal(reweigh({ routeDest: '192.168.11.0/24' }))).code).toBe(
    'VcoRouteEntry.NotFound',
  )
  const free = await connection(emulator, { customerGatewayId: cgw })
  emulator.advance(5)
  const unbound = create({ vpnConnectionId: free, nextHop: free })
  expect((await refusal(unbound)).code).toBe('InstanceStatus.NotSupport')
})

test('another account sees and changes no routes', async () => {
  const { vpc } = emulator.partner
  const calls = [
    vpc.createVcoRouteEntry(new CreateVcoRouteEntryRequest(named())),
    vpc.deleteVcoRouteEntry(new DeleteVcoRouteEntryRequest(named())),
    vpc.modifyVcoRouteEntryWeight(
      new ModifyVcoRouteEntryWeightRequest({ ...named(), newWeight: 0 }),
    ),
    vpc.describeVcoRouteEntries(new DescribeVcoRouteEntriesRequest(named())),
  ]
  for (const call of calls) expect((await refusal(call)).code).toBe('Forbidden')
  vco = 'vco-x'
  for (const call of [reweigh(), remove(), list()])
    expect((await refusal(call)).code).toBe('InvalidVpnConnectionInstanceId.NotFound')
})

test('BGP routes come from the peer and from the router, and only over a session that is up', async () => {
  vco = await connection(emulator, {
    enableTunnelsBgp: true,
    tunnelOptionsSpecification: twoTunnels(cgw, true),
  })
  attachment = await attach(emulator, tr, vco, { dual: true })
  const other = await connection(emulator, { customerGatewayId: cgw })
  await attach(emulator, tr, other)
  const { tunnels } = emulator.emulator.state.connections.get(vco) ?? { tunnels: [] }
  expect((await list({ routeEntryType: 'bgp' }))?.totalCount).toBe(0)
  const learned = [{ cidr: '172.20.0.0/16', asPath: ['65001'], communities: ['65001:100'] }]
  await emulator.control(`/connections/${vco}`, {
    tunnels: [{ index: 1, status: 'ipsec_sa_established', bgp: 'success', learned }],
  })
  expect(await list({ routeEntryType: 'bgp' })).toMatchObject({
    totalCount: 1,
    vcoRouteEntries: [
      {
        routeEntryType: 'bgp',
        source: 'VPN_BGP',
        routeDest: '172.20.0.0/16',
        asPath: '[65001]',
        community: '65001:100',
        state: 'Active',
        nextHopTunnelIdList: [tunnels[0]?.TunnelId],
      },
    ],
    vpnRouteCounts: [
      { routeEntryType: 'custom', routeCount: 0 },
      { source: 'VPN_BGP', routeCount: 1 },
      { source: 'CLOUD', routeCount: 0 },
    ],
  })
  expect(await propagated()).toEqual(['172.20.0.0/16'])

  // A static route of the table is told to the peer once the attachment is associated with it.
  const table = emulator.emulator.state.routeTables.first(
    ({ TransitRouterId }) => TransitRouterId === tr,
  )
  const TransitRouterRouteTableId = table?.id ?? ''
  await emulator.main.cbn('AssociateTransitRouterAttachmentWithRouteTable', {
    TransitRouterAttachmentId: attachment,
    TransitRouterRouteTableId,
  })
  await emulator.main.cbn('CreateTransitRouterRouteEntry', {
    TransitRouterRouteTableId,
    TransitRouterRouteEntryDestinationCidrBlock: '10.50.0.0/16',
    TransitRouterRouteEntryNextHopType: 'BlackHole',
  })
  emulator.advance(10)
  const told = (await list({ routeEntryType: 'bgp' }))?.vcoRouteEntries ?? []
  expect(told.map(({ source, routeDest }) => [source, routeDest])).toEqual([
    ['VPN_BGP', '172.20.0.0/16'],
    ['CLOUD', '10.50.0.0/16'],
  ])
  await emulator.control(`/connections/${vco}`, { tunnels: [{ index: 1, bgp: 'failed' }] })
  expect((await list({ routeEntryType: 'bgp' }))?.totalCount).toBe(0)
  expect((await refusal(list({ routeEntryType: 'static' }))).code).toBe('InvalidParameter')
})
