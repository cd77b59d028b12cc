import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, region } from './network'
import { field, refusal, type Running, start } from './start'

let emulator: Running
let ids: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  emulator = await start()
  ids = await buildNetwork(emulator)
})
afterEach(() => emulator.close())

type Request = Parameters<Running['main']['cbn']>[1]

const create = (more: Request = {}) =>
  emulator.main.cbn('CreateCenRouteMap', {
    CenId: ids.CenId,
    CenRegionId: region,
    MapResult: 'Deny',
    Priority: 10,
    TransmitDirection: 'RegionIn',
    ...more,
  })
const list = (more: Request = {}) =>
  emulator.main.cbn('DescribeCenRouteMaps', { CenId: ids.CenId, ...more })

test('a policy is made for the system table unless another is named', async () => {
  const id = field(
    await create({
      SourceChildInstanceTypes: ['VPN', 'VBR'],
      DestinationCidrBlocks: ['10.0.0.0/8'],
      CidrMatchMode: 'Include',
      MatchAsns: [65001],
      PrependAsPath: [65001, 65001],
      Preference: 10,
      NextPriority: 20,
      Description: 'keep out',
    }),
    'RouteMapId',
  )
  expect(await list()).toMatchObject({
    TotalCount: 1,
    RouteMaps: {
      RouteMap: [
        {
          RouteMapId: id,
          Status: 'Creating',
          TransitRouterRouteTableId: ids.system,
          SourceChildInstanceTypes: { SourceChildInstanceType: ['VPN', 'VBR'] },
          DestinationCidrBlocks: { DestinationCidrBlock: ['10.0.0.0/8'] },
          CidrMatchMode: 'Include',
          MatchAsns: { MatchAsn: ['65001'] },
          PrependAsPath: { AsPath: ['65001', '65001'] },
          RouteTypes: { RouteType: [] },
          Preference: 10,
          NextPriority: 20,
          Description: 'keep out',
        },
      ],
    },
  })
  emulator.advance(5)
  await create({ TransitRouterRouteTableId: ids.custom })
  expect(await list({ TransitRouterRouteTableId: ids.custom })).toMatchObject({ TotalCount: 1 })
  expect(await list({ TransmitDirection: 'RegionOut' })).toMatchObject({ TotalCount: 0 })
  expect(await list({ CenRegionId: 'cn-beijing' })).toMatchObject({ TotalCount: 0 })
})

test.each<[string, Request, string]>([
  ['priority 0', { Priority: 0 }, 'InvalidPriority'],
  ['priority 101', { Priority: 101 }, 'InvalidPriority'],
  ['priority 5000', { Priority: 5000 }, 'InvalidPriority'],
  ['an unknown CEN', { CenId: 'cen-none' }, 'ParameterCenInstanceId'],
  ['a region without router', { CenRegionId: 'cn-beijing' }, 'IllegalParam.Region'],
  [
    'an unknown table',
    { TransitRouterRouteTableId: 'vtb-none' },
    'InvalidTransitRouterRouteTableId.NotFound',
  ],
  ['a wrong result', { MapResult: 'Maybe' }, 'InvalidParameter'],
  ['no direction', { TransmitDirection: undefined }, 'MissingParameter'],
])('%s is refused', async (_, more, code) => {
  expect((await refusal(create(more))).code).toBe(code)
})

test('a priority is used once per table and direction', async () => {
  await create()
  expect((await refusal(create())).code).toBe('InvalidPriority')
  await create({ TransmitDirection: 'RegionOut' })
  await create({ TransitRouterRouteTableId: ids.custom })
})

test('a policy of a user is deleted, the one of the system stays', async () => {
  await attach(emulator, ids.TransitRouterId, connect(emulator, 'munich'))
  const system = emulator.emulator.state.routeMaps.all()[0]?.id ?? ''
  const RouteMapId = field(await create(), 'RouteMapId')
  const remove = (id: string) =>
    emulator.main.cbn('DeleteCenRouteMap', {
      CenId: ids.CenId,
      CenRegionId: region,
      RouteMapId: id,
    })
  expect((await refusal(remove(system))).code).toBe('IncorrectStatus.RouteMap')
  expect((await refusal(remove(RouteMapId))).code).toBe('IncorrectStatus.RouteMap')
  emulator.advance(5)
  await remove(RouteMapId)
  expect(await list({ RouteMapId })).toMatchObject({
    RouteMaps: { RouteMap: [{ Status: 'Deleting' }] },
  })
  emulator.advance(5)
  expect((await refusal(remove(RouteMapId))).code).toBe('InvalidRouteMapId.NotFound')
})
