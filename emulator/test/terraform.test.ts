import { CheckTransitRouterServiceRequest } from '@alicloud/cbn20170912'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, region } from './network'
import { field, refusal, type Running, start } from './start'

// What the Terraform provider's CEN and VPN resources call, with the parameters it sends.

let running: Running
let network: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  running = await start()
  network = await buildNetwork(running)
})
afterEach(() => running.close())

type Request = Parameters<Running['main']['cbn']>[1]

test('CheckTransitRouterService answers a JSON boolean', async () => {
  expect(await running.main.cbn('CheckTransitRouterService', {})).toMatchObject({ Enabled: true })
  // The SDK, whose model says text, takes it too.
  const { body } = await running.main.cbnSdk.checkTransitRouterService(
    new CheckTransitRouterServiceRequest({}),
  )
  expect(String(body?.enabled)).toBe('true')
})

test('a CIDR block is renamed and changed, unless addresses come from it', async () => {
  const { cbn } = running.main
  const { TransitRouterId } = network
  const [block] = running.emulator.state.cidrs.all()
  const which = { RegionId: region, TransitRouterId, TransitRouterCidrId: block?.id ?? '' }
  const modify = (more: Request) => cbn('ModifyTransitRouterCidr', { ...which, ...more })
  await modify({ Cidr: block?.Cidr, Name: 'gateways', Description: 'of VPN' })
  await modify({ Cidr: '10.255.0.0/22', PublishCidrRoute: false })
  expect(await cbn('ListTransitRouterCidr', which)).toMatchObject({
    CidrLists: [
      { Cidr: '10.255.0.0/22', Name: 'gateways', Description: 'of VPN', PublishCidrRoute: false },
    ],
  })
  expect((await refusal(modify({ Cidr: '10.255.0.0/28' }))).code).toBe('InvalidParameter')
  expect((await refusal(modify({ TransitRouterCidrId: 'cidr-none' }))).code).toBe(
    'OperationFailed.CidrNotExist',
  )
  await attach(running, TransitRouterId, connect(running, 'munich'))
  expect((await refusal(modify({ Cidr: '10.254.0.0/22' }))).code).toBe(
    'OperationFailed.CidrBlockAllocated',
  )
  await modify({ Cidr: '10.255.0.0/22', Name: 'in use' })
})

test('a static route is renamed and stays Active', async () => {
  const { cbn } = running.main
  const made = await cbn('CreateTransitRouterRouteEntry', {
    TransitRouterRouteTableId: network.system,
    TransitRouterRouteEntryDestinationCidrBlock: '10.9.0.0/16',
    TransitRouterRouteEntryNextHopType: 'BlackHole',
  })
  const TransitRouterRouteEntryId = field(made, 'TransitRouterRouteEntryId')
  const update = (more: Request = {}) =>
    cbn('UpdateTransitRouterRouteEntry', { TransitRouterRouteEntryId, ...more })
  expect((await refusal(update())).code).toBe('IncorrectStatus.Status')
  running.advance(5)
  await update({ TransitRouterRouteEntryName: 'sink' })
  await update({ TransitRouterRouteEntryDescription: 'nothing leaves' })
  const list = { TransitRouterRouteTableId: network.system }
  expect(await cbn('ListTransitRouterRouteEntries', list)).toMatchObject({
    TransitRouterRouteEntries: [
      {
        TransitRouterRouteEntryName: 'sink',
        TransitRouterRouteEntryDescription: 'nothing leaves',
        TransitRouterRouteEntryStatus: 'Active',
      },
    ],
  })
  expect((await refusal(update({ TransitRouterRouteEntryId: 'rte-none' }))).code).toBe(
    'IllegalParam.TransitRouterRouteEntryId',
  )
})

test('a routing policy is replaced: what is absent is cleared', async () => {
  const { cbn } = running.main
  const which = { CenId: network.CenId, CenRegionId: region }
  const create = (Priority: number) =>
    cbn('CreateCenRouteMap', {
      ...which,
      Priority,
      MapResult: 'Permit',
      TransmitDirection: 'RegionIn',
      Description: 'prefer',
      Preference: 10,
      RouteTypes: ['BGP'],
      PrependAsPath: [65001],
    })
  const RouteMapId = field(await create(10), 'RouteMapId')
  const modify = (more: Request = {}) =>
    cbn('ModifyCenRouteMap', { ...which, RouteMapId, MapResult: 'Deny', Priority: 20, ...more })
  expect((await refusal(modify())).code).toBe('IncorrectStatus.RouteMap')
  running.advance(5)
  await modify({ SourceRegionIds: [region] })
  const shown = () => cbn('DescribeCenRouteMaps', { CenId: network.CenId, RouteMapId })
  expect(await shown()).toMatchObject({
    RouteMaps: {
      RouteMap: [
        {
          Status: 'Modifying',
          Priority: 20,
          MapResult: 'Deny',
          Description: 'prefer',
          RouteTypes: { RouteType: [] },
          PrependAsPath: { AsPath: [] },
          SourceRegionIds: { SourceRegionId: [region] },
        },
      ],
    },
  })
  running.advance(5)
  expect(await shown()).toMatchObject({ RouteMaps: { RouteMap: [{ Status: 'Active' }] } })
  await create(30)
  expect((await refusal(modify({ Priority: 30 }))).code).toBe('InvalidPriority')
  expect((await refusal(modify({ Priority: 101 }))).code).toBe('InvalidPriority')
  expect((await refusal(modify({ RouteMapId: 'cenrmap-none' }))).code).toBe(
    'InvalidRouteMapId.NotFound',
  )
})

test('a CEN instance moves to another resource group', async () => {
  const { cbn } = running.main
  const move = (more: Request = {}) =>
    cbn('MoveResourceGroup', {
      ResourceId: network.CenId,
      ResourceType: 'cen',
      NewResourceGroupId: 'rg-other',
      ...more,
    })
  await move()
  expect(await cbn('DescribeCens', { ResourceGroupId: 'rg-other' })).toMatchObject({
    TotalCount: 1,
  })
  await move({ ResourceType: 'CEN', NewResourceGroupId: 'rg-third' })
  expect((await refusal(move({ ResourceId: 'cen-none' }))).code).toBe('ParameterCenInstanceId')
  expect((await refusal(move({ ResourceType: 'bandwidthpackage' }))).code).toBe(
    'InvalidInstanceId.NotFound',
  )
  expect((await refusal(move({ ResourceType: 'router' }))).code).toBe('InvalidParameter')
})

test('a CEN instance of protection level FULL is made, shown and changed, and takes no router', async () => {
  const { cbn } = running.main
  const CenId = field(await cbn('CreateCen', { Name: 'full', ProtectionLevel: 'FULL' }), 'CenId')
  running.advance(5)
  const level = async () => {
    const answer = await cbn('DescribeCens', { Filter: [{ Key: 'CenId', Value: [CenId] }] })
    return answer['Cens']
  }
  expect(await level()).toMatchObject({ Cen: [{ ProtectionLevel: 'FULL' }] })
  const router = cbn('CreateTransitRouter', { CenId, RegionId: region })
  expect((await refusal(router)).code).toBe('OperationUnsupported.CenFullLevel')
  await cbn('ModifyCenAttribute', { CenId, ProtectionLevel: 'REDUCED' })
  running.advance(5)
  expect(await level()).toMatchObject({ Cen: [{ ProtectionLevel: 'REDUCED' }] })
  await cbn('CreateTransitRouter', { CenId, RegionId: region })
  const wrong = cbn('CreateCen', { ProtectionLevel: 'HALF' })
  expect((await refusal(wrong)).code).toBe('InvalidParameter')
})
