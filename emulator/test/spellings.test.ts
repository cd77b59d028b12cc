import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { cbn } from '../operations/cbn'
import { vpc } from '../operations/vpc'
import { attach, buildNetwork, connect, region } from './network'
import { field, refusal, type Running, start } from './start'

// Requests as clients of other languages write them: Python's `True`, lists with gaps or backwards, a list as one JSON text.

let running: Running
let network: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  running = await start()
  network = await buildNetwork(running)
})
afterEach(() => running.close())

type Request = Parameters<Running['main']['cbn']>[1]

const both = { ...cbn, ...vpc }
const rehearsed = Object.entries(both).filter(([, { params }]) => 'DryRun' in params.shape)

test.each(['true', 'True', 'TRUE'])('DryRun=%s changes nothing', async (DryRun) => {
  const code = async (action: string, request: Request) =>
    (await refusal(running.main.cbn(action, { ...request, DryRun }))).code
  const table = { TransitRouterRouteTableId: network.system }
  expect(await code('CreateTransitRouterRouteTable', network)).toBe('DryRunOperation')
  expect(
    await code('CreateTransitRouterRouteEntry', {
      ...table,
      TransitRouterRouteEntryDestinationCidrBlock: '10.9.0.0/16',
      TransitRouterRouteEntryNextHopType: 'BlackHole',
    }),
  ).toBe('DryRunOperation')
  const customerGateway = await running.main.vpcCall('CreateCustomerGateway', {
    RegionId: region,
    IpAddress: '203.0.113.9',
  })
  const vpn = running.main.vpcCall('CreateVpnAttachment', {
    RegionId: region,
    CustomerGatewayId: field(customerGateway, 'CustomerGatewayId'),
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
    DryRun,
  })
  expect((await refusal(vpn)).code).toBe('DryRunOperation')
  expect(running.emulator.state.connections.size).toBe(0)
  expect(running.emulator.state.routes.size).toBe(0)
  expect(running.emulator.state.routeTables.size).toBe(2)
})

test('every operation that can be rehearsed reads DryRun in any case', () => {
  expect(rehearsed.length).toBeGreaterThan(20)
  const word = fc.constantFrom('true', 'false').chain((text) =>
    fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }).map((upper) => ({
      text: Array.from(text, (letter, n) => (upper[n] ? letter.toUpperCase() : letter)).join(''),
      value: text === 'true',
    })),
  )
  fc.assert(
    fc.property(fc.constantFrom(...rehearsed), word, ([, { params }], { text, value }) => {
      expect(params.shape['DryRun']?.parse(text)).toBe(value)
    }),
  )
})

test('booleans in any case set what they say', async () => {
  const { cbn: call } = running.main
  await call('CreateTransitRouterCidr', {
    RegionId: region,
    TransitRouterId: network.TransitRouterId,
    Cidr: '10.250.0.0/24',
    PublishCidrRoute: 'False',
  })
  const cidr = running.emulator.state.cidrs.first(({ Cidr }) => Cidr === '10.250.0.0/24')
  expect(cidr?.PublishCidrRoute).toBe(false)
  const connection = connect(running, 'python', { bgp: true, tunnel: { cidr: '169.254.9.0/30' } })
  await running.main.vpcCall('ModifyVpnAttachmentAttribute', {
    RegionId: region,
    VpnConnectionId: connection.id,
    EffectImmediately: 'True',
    EnableDpd: 'False',
    BgpConfig: '{"EnableBgp":"True","LocalAsn":65001}',
    IkeConfig: '{"IkeLifetime":"3600"}',
  })
  expect(running.emulator.state.connections.get(connection.id)).toMatchObject({
    EffectImmediately: true,
    EnableBgp: true,
    tunnels: [{ EnableDpd: false, bgp: { LocalAsn: 65_001 }, ike: { IkeLifetime: 3_600 } }],
  })
})

test('list numbers may have gaps and come in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 8 }),
      async (numbers) => {
        const pairs = numbers.flatMap((n) => [
          [`Tag.${n}.Value`, `value-${n}`],
          [`Tag.${n}.Key`, `key-${n}`],
        ])
        const answer = await running.main.cbn('CreateCen', Object.fromEntries(pairs))
        const tags = running.emulator.state.cens.get(field(answer, 'CenId'))?.tags
        expect(tags).toEqual(
          numbers.sort((a, b) => a - b).map((n) => ({ Key: `key-${n}`, Value: `value-${n}` })),
        )
      },
    ),
    { numRuns: 20 },
  )
})

test('a refusal names the list number that was sent', async () => {
  const wrong = running.main.cbn('CreateCen', { 'Tag.3.Key': 'ok', 'Tag.7.Key': 'aliyun-x' })
  expect(await refusal(wrong)).toMatchObject({
    code: 'InvalidParameter.TagKey',
    message: expect.stringContaining('Tag.7.Key'),
  })
  const missing = running.main.cbn('CreateCen', { 'Tag.3.Key': 'ok', 'Tag.9.Value': 'x' })
  expect(await refusal(missing)).toMatchObject({
    code: 'MissingParameter',
    message: expect.stringContaining('Tag.9.Key'),
  })
})

test('a list, a list of objects and an object may come as one JSON text', async () => {
  const { cbn: call, vpcCall } = running.main
  const cen = field(
    await call('CreateCen', { Tag: JSON.stringify([{ Key: 'site', Value: 7 }, { Key: 'env' }]) }),
    'CenId',
  )
  expect(running.emulator.state.cens.get(cen)?.tags).toEqual([
    { Key: 'site', Value: '7' },
    { Key: 'env', Value: '' },
  ])
  await call('CreateTransitRouterRouteTable', {
    TransitRouterId: network.TransitRouterId,
    TransitRouterRouteTableName: 'json',
    RouteTableOptions: '{"MultiRegionECMP":"enable"}',
  })
  expect(
    running.emulator.state.routeTables.first(
      ({ TransitRouterRouteTableName }) => TransitRouterRouteTableName === 'json',
    )?.MultiRegionECMP,
  ).toBe('enable')
  const gateway = field(
    await vpcCall('CreateCustomerGateway', { RegionId: region, IpAddress: '203.0.113.77' }),
    'CustomerGatewayId',
  )
  const answer = await vpcCall('CreateVpnAttachment', {
    RegionId: region,
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
    TunnelOptionsSpecification: JSON.stringify(
      [2, 1].map((TunnelIndex) => ({
        TunnelIndex,
        CustomerGatewayId: gateway,
        EnableDpd: TunnelIndex === 2,
        TunnelIkeConfig: { Psk: `key-${TunnelIndex}`, IkeLifetime: 3_600 },
      })),
    ),
  })
  const made = running.emulator.state.connections.get(field(answer, 'VpnConnectionId'))
  expect(made?.tunnels).toMatchObject([
    { TunnelIndex: 1, EnableDpd: false, ike: { Psk: 'key-1', IkeLifetime: 3_600 } },
    { TunnelIndex: 2, EnableDpd: true, ike: { Psk: 'key-2' } },
  ])
  expect(running.calls('CreateVpnAttachment').at(-1)?.ignored).toEqual([])
})

test.each(['[', '{"a":1}', 'VPC', '["VPC"', '"VPC"'])(
  'a list that is the text %s is refused by its name',
  async (text) => {
    const call = running.main.cbn('CreateTransitRouteTableAggregation', {
      TransitRouteTableId: network.system,
      TransitRouteTableAggregationCidr: '10.1.0.0/16',
      TransitRouteTableAggregationScopeList: text,
    })
    expect(await refusal(call)).toMatchObject({
      code: 'InvalidParameter',
      message: expect.stringContaining('TransitRouteTableAggregationScopeList'),
    })
  },
)

const dual = async () => {
  const connection = connect(running, 'two-tunnels', { dual: true })
  await attach(running, network.TransitRouterId, connection)
  return connection
}
const modify = (id: string, request: Request) =>
  running.main.vpcCall('ModifyVpnAttachmentAttribute', {
    RegionId: region,
    VpnConnectionId: id,
    ...request,
  })
const keys = (id: string) =>
  running.emulator.state.connections.get(id)?.tunnels.map(({ ike }) => ike.Psk)

test('tunnels are found by their index, whatever their order in the list', async () => {
  const { id, tunnels } = await dual()
  await modify(id, {
    TunnelOptionsSpecification: [2, 1].map((TunnelIndex) => ({
      TunnelIndex,
      TunnelIkeConfig: { Psk: `key-of-${TunnelIndex}` },
    })),
  })
  expect(keys(id)).toEqual(['key-of-1', 'key-of-2'])
  running.advance(20)
  await modify(id, { 'TunnelOptionsSpecification.1.TunnelIndex': '2', ...psk(1, 'alone') })
  expect(keys(id)).toEqual(['key-of-1', 'alone'])
  running.advance(20)
  // The id counts where both are given, as the Terraform provider does.
  await modify(id, {
    'TunnelOptionsSpecification.5.TunnelId': tunnels[0]?.TunnelId ?? '',
    'TunnelOptionsSpecification.5.TunnelIndex': '1',
    ...psk(5, 'by-id'),
  })
  expect(keys(id)).toEqual(['by-id', 'alone'])
})

const psk = (n: number, key: string) => ({
  [`TunnelOptionsSpecification.${n}.TunnelIkeConfig.Psk`]: key,
})

test.each<[string, Request, string]>([
  ['one tunnel without id and index', psk(1, 'x'), 'MissingParameter'],
  [
    'an index 3',
    { ...psk(1, 'x'), 'TunnelOptionsSpecification.1.TunnelIndex': '3' },
    'InvalidParameter',
  ],
  [
    'one tunnel twice',
    {
      ...psk(1, 'x'),
      ...psk(2, 'y'),
      'TunnelOptionsSpecification.1.TunnelIndex': '2',
      'TunnelOptionsSpecification.2.TunnelIndex': '2',
    },
    'InvalidParameter',
  ],
])('%s is refused and changes neither tunnel', async (_, request, code) => {
  const { id } = await dual()
  const before = keys(id)
  expect((await refusal(modify(id, request))).code).toBe(code)
  expect(keys(id)).toEqual(before)
})
