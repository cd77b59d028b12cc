import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, region } from './network'
import { field, refusal, type Running, start } from './start'

let emulator: Running
let network: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  emulator = await start()
  network = await buildNetwork(emulator)
})
afterEach(() => emulator.close())

type Request = Parameters<Running['main']['cbn']>[1]

test('a router starts with its system table and the CIDR blocks of its JSON list', async () => {
  const { cbn } = emulator.main
  const { CenId } = network
  const answer = await cbn('CreateTransitRouter', {
    CenId,
    RegionId: 'cn-hangzhou',
    TransitRouterName: 'hangzhou',
    TransitRouterCidrList: JSON.stringify([{ Cidr: '10.254.0.0/24', PublishCidrRoute: false }]),
  })
  const TransitRouterId = field(answer, 'TransitRouterId')
  const list = () => cbn('ListTransitRouters', { CenId, TransitRouterId })
  expect(await list()).toMatchObject({
    TransitRouters: [
      {
        Status: 'Creating',
        Type: 'Enterprise',
        TransitRouterName: 'hangzhou',
        AliUid: 1_000_000_000_000_001,
        TransitRouterCidrList: [{ Cidr: '10.254.0.0/24', PublishCidrRoute: false }],
      },
    ],
  })
  emulator.advance(5)
  expect(await list()).toMatchObject({ TransitRouters: [{ Status: 'Active' }] })
  expect(await cbn('ListTransitRouterRouteTables', { TransitRouterId })).toMatchObject({
    TransitRouterRouteTables: [
      { TransitRouterRouteTableType: 'System', TransitRouterRouteTableStatus: 'Active' },
    ],
  })
})

test.each<[string, string, Request]>([
  ['a second one in the region', 'Resource.QuotaFull', {}],
  ['an unknown region', 'IllegalParam.TransitRouterRegionId', { RegionId: 'mars-1' }],
  ['an unknown CEN', 'InvalidCenId.NotFound', { CenId: 'cen-none' }],
  ['no CEN', 'MissingParameter', { CenId: undefined }],
  [
    'a list that is no JSON',
    'InvalidParameter',
    { RegionId: 'cn-beijing', TransitRouterCidrList: '[' },
  ],
])('a router with %s is refused with %s', async (_, code, more) => {
  const { CenId } = network
  const request = { CenId, RegionId: region, ...more }
  expect((await refusal(emulator.main.cbn('CreateTransitRouter', request))).code).toBe(code)
})

test('a router and its CEN go when nothing holds them', async () => {
  const { cbn } = emulator.main
  const { CenId, TransitRouterId, custom } = network
  const remove = () => cbn('DeleteTransitRouter', { TransitRouterId })
  const attachment = await attach(emulator, TransitRouterId, connect(emulator, 'munich'))
  expect((await refusal(remove())).code).toBe('InvalidOperation.AttachedChildInstanceExist')
  await cbn('DeleteTransitRouterVpnAttachment', { TransitRouterAttachmentId: attachment })
  emulator.advance(5)
  expect((await refusal(remove())).code).toBe('IncorrectStatus.TransitRouterRouteTable')
  await cbn('DeleteTransitRouterRouteTable', { TransitRouterRouteTableId: custom })
  emulator.advance(5)
  expect((await refusal(cbn('DeleteCen', { CenId }))).code).toBe('Operation.Blocking')
  await remove()
  expect((await refusal(remove())).code).toBe('IncorrectStatus.TransitRouterInstance')
  emulator.advance(5)
  expect((await refusal(remove())).code).toBe('ParameterInstanceId')
  await cbn('DeleteCen', { CenId })
  expect(await refusal(cbn('DeleteCen', { CenId }))).toMatchObject({
    code: 'InvalidOperation.CenInstanceStatus',
    statusCode: 409,
  })
  emulator.advance(5)
  const { state } = emulator.emulator
  expect(
    [state.cens, state.transitRouters, state.routeTables, state.cidrs, state.routeMaps].map(
      ({ size }) => size,
    ),
  ).toEqual([0, 0, 0, 0, 0])
})

test('a CEN instance is renamed while Modifying', async () => {
  const { main, partner } = emulator
  const { CenId } = network
  const named = () => main.cbn('DescribeCens', { Filter: [{ Key: 'CenId', Value: [CenId] }] })
  const rename = { CenId, Name: 'backbone', Description: 'of all regions' }
  expect((await refusal(partner.cbn('ModifyCenAttribute', rename))).code).toBe(
    'ParameterCenInstanceId',
  )
  const wrong = { CenId, Name: 'http://backbone' }
  expect((await refusal(main.cbn('ModifyCenAttribute', wrong))).code).toBe('InvalidName')
  await main.cbn('ModifyCenAttribute', rename)
  expect(await named()).toMatchObject({
    Cens: { Cen: [{ Name: 'backbone', Description: 'of all regions', Status: 'Modifying' }] },
  })
  expect((await refusal(main.cbn('ModifyCenAttribute', rename))).code).toBe(
    'InvalidOperation.CenInstanceStatus',
  )
  emulator.advance(5)
  await main.cbn('ModifyCenAttribute', { CenId, Description: '' })
  expect(await named()).toMatchObject({ Cens: { Cen: [{ Name: 'backbone', Description: '' }] } })
})

test('a router is renamed while Modifying', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId } = network
  const request = { RegionId: region, TransitRouterId, TransitRouterName: 'core' }
  await cbn('UpdateTransitRouter', request)
  expect(await cbn('ListTransitRouters', { TransitRouterName: 'core' })).toMatchObject({
    TransitRouters: [{ Status: 'Modifying', TransitRouterDescription: '' }],
  })
  expect((await refusal(cbn('UpdateTransitRouter', request))).code).toBe('IncorrectStatus.Status')
  expect(
    (await refusal(cbn('UpdateTransitRouter', { ...request, RegionId: 'cn-beijing' }))).code,
  ).toBe('InvalidTransitRouterId.NotFound')
})

test('lists show only the caller’s own, filtered', async () => {
  const { cbn } = emulator.main
  const { CenId } = network
  await cbn('CreateCen', { Name: 'other', Tag: [{ Key: 'env', Value: 'test' }] })
  expect(await emulator.partner.cbn('DescribeCens', {})).toMatchObject({ TotalCount: 0 })
  expect((await refusal(emulator.partner.cbn('ListTransitRouters', { CenId }))).code).toBe(
    'ParameterCenInstanceId',
  )
  const count = async (request: Request) => (await cbn('DescribeCens', request))['TotalCount']
  expect(await count({ Filter: [{ Key: 'Name', Value: ['other', 'x'] }] })).toBe(1)
  expect(
    await count({
      Filter: [
        { Key: 'CenId', Value: [CenId] },
        { Key: 'Name', Value: ['other'] },
      ],
    }),
  ).toBe(0)
  expect(await count({ Tag: [{ Key: 'env' }] })).toBe(1)
  expect(await count({ Tag: [{ Key: 'env', Value: 'prod' }] })).toBe(0)
  const routers = async (request: Request) =>
    (await cbn('ListTransitRouters', request))['TotalCount']
  expect(await routers({ CenId, RegionId: region })).toBe(1)
  expect(await routers({ FeatureFilter: [{ Key: 'Multicast', Value: ['Enabled'] }] })).toBe(0)
  expect(await routers({ Status: 'Creating' })).toBe(0)
})

test.each<[string, string]>([
  ['10.1.0.0/15', 'too wide'],
  ['10.0.0.0/25', 'too narrow'],
  ['10.1.0.1/24', 'host bits'],
  ['100.64.0.0/16', 'shared address space'],
  ['169.254.0.0/16', 'link-local'],
  ['224.1.0.0/16', 'multicast'],
  ['10.255.8.0/24', 'overlap'],
  ['10.0.0.0', 'no mask'],
])('the CIDR block %s is refused: %s', async (Cidr) => {
  const { TransitRouterId } = network
  const request = { RegionId: region, TransitRouterId, Cidr }
  expect((await refusal(emulator.main.cbn('CreateTransitRouterCidr', request))).code).toBe(
    'InvalidParameter',
  )
})

test('a router takes five CIDR blocks and gives back unused ones', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId } = network
  const ids = { RegionId: region, TransitRouterId }
  for (const n of [1, 2, 3, 4])
    await cbn('CreateTransitRouterCidr', { ...ids, Cidr: `10.${n}.0.0/24` })
  expect(
    (await refusal(cbn('CreateTransitRouterCidr', { ...ids, Cidr: '10.5.0.0/24' }))).code,
  ).toBe('Resource.QuotaFull')
  const list = await cbn('ListTransitRouterCidr', ids)
  expect(list['CidrLists']).toHaveLength(5)
  const cidr = emulator.emulator.state.cidrs.all()[0]?.id ?? ''
  await cbn('DeleteTransitRouterCidr', { ...ids, TransitRouterCidrId: cidr })
  expect(
    (await refusal(cbn('DeleteTransitRouterCidr', { ...ids, TransitRouterCidrId: cidr }))).code,
  ).toBe('OperationFailed.CidrNotExist')
})

test('a route table is created, changed and deleted', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId, custom, system } = network
  const made = await cbn('CreateTransitRouterRouteTable', {
    TransitRouterId,
    TransitRouterRouteTableName: 'staging',
    RouteTableOptions: { MultiRegionECMP: 'enable' },
  })
  const id = field(made, 'TransitRouterRouteTableId')
  const remove = (TransitRouterRouteTableId: string) =>
    cbn('DeleteTransitRouterRouteTable', { TransitRouterRouteTableId })
  expect((await refusal(remove(id))).code).toBe('IncorrectStatus.TransitRouterRouteTable')
  emulator.advance(5)
  await cbn('UpdateTransitRouterRouteTable', {
    TransitRouterRouteTableId: id,
    TransitRouterRouteTableName: 'test',
  })
  expect(
    await cbn('ListTransitRouterRouteTables', {
      TransitRouterId,
      TransitRouterRouteTableNames: ['test'],
      RouteTableOptions: { MultiRegionECMP: 'enable' },
    }),
  ).toMatchObject({ TotalCount: 1, TransitRouterRouteTables: [{ TransitRouterRouteTableId: id }] })
  expect((await refusal(remove(system))).code).toBe('InvalidParameter.TransitRouterRouteTableId')
  await remove(id)
  await remove(custom)
  emulator.advance(5)
  expect((await refusal(remove(id))).code).toBe('InvalidTransitRouterRouteTableId.NotFound')
  await emulator.control('/quotas', { routeTablesPerTransitRouter: 1 })
  expect((await refusal(cbn('CreateTransitRouterRouteTable', { TransitRouterId }))).code).toBe(
    'Resource.QuotaFull',
  )
})

test('regions, zones and areas', async () => {
  const { cbn } = emulator.main
  expect(await cbn('ListTransitRouterAvailableResource', { RegionId: region })).toMatchObject({
    AvailableZones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
  })
  expect((await refusal(cbn('ListTransitRouterAvailableResource', { RegionId: 'x' }))).code).toBe(
    'IllegalParam.Region',
  )
  const name = async (AcceptLanguage: string) => {
    const answer = await cbn('DescribeChildInstanceRegions', { AcceptLanguage })
    return JSON.stringify(answer)
  }
  expect(await name('en-US')).toContain('Germany (Frankfurt)')
  expect(await name('zh-CN')).toContain('德国（法兰克福）')
  expect(
    await cbn('DescribeGeographicRegionMembership', { GeographicRegionId: 'europe' }),
  ).toMatchObject({
    TotalCount: 2,
    RegionIds: { RegionId: [{ RegionId: 'eu-central-1' }, { RegionId: 'eu-west-1' }] },
  })
})

test('the service is opened once', async () => {
  const { cbn } = emulator.main
  expect(await cbn('CheckTransitRouterService', {})).toMatchObject({ Enabled: true })
  expect((await refusal(cbn('OpenTransitRouterService', {}))).code).toBe('Order.Opened')
  await emulator.control('/services', { account: 1_000_000_000_000_001, open: false })
  expect((await refusal(cbn('CheckTransitRouterService', {}))).code).toBe(
    'USER_NOT_OPEN_TR_SERVICE',
  )
  await expect(cbn('OpenTransitRouterService', {})).resolves.toHaveProperty('OrderId')
  expect(await cbn('CheckTransitRouterService', {})).toMatchObject({ Enabled: true })
})
