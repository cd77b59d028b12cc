import * as sdk from '@alicloud/cbn20170912'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { cbn } from '../operations/cbn'
import { parameterNames } from '../protocol/parameter-names'
import { modelOf, strangers, wireNames } from './sdk-model'
import { type Running, start } from './start'

// Operations that the drop-in package lacks, because the console does not call them: the wire names of the SDK's models
// (github.com/alibabacloud-go/cbn-20170912, April 2026).
const aggregation = ['ClientToken', 'TransitRouteTableAggregationCidr', 'TransitRouteTableId']
const aggregationSettings = [
  'DryRun',
  'TransitRouteTableAggregationDescription',
  'TransitRouteTableAggregationName',
  'TransitRouteTableAggregationScope',
  'TransitRouteTableAggregationScopeList.N',
]
const routeMap = wireNames(modelOf(sdk, 'CreateCenRouteMapRequest')).filter(
  (name) => name !== 'TransitRouterRouteTableId' && name !== 'TransmitDirection',
)
const beyond: Readonly<Record<string, readonly string[]>> = {
  CreateTransitRouteTableAggregation: [...aggregation, ...aggregationSettings],
  DeleteTransitRouteTableAggregation: [...aggregation, 'DryRun'],
  DescribeTransitRouteTableAggregation: [...aggregation, 'MaxResults', 'NextToken'],
  DescribeTransitRouteTableAggregationDetail: aggregation,
  ModifyTransitRouteTableAggregation: [...aggregation, ...aggregationSettings],
  RefreshTransitRouteTableAggregation: aggregation,
  ModifyCenRouteMap: [...routeMap, 'RouteMapId'],
  ModifyTransitRouterCidr: [
    'Cidr',
    'ClientToken',
    'Description',
    'DryRun',
    'Name',
    'PublishCidrRoute',
    'RegionId',
    'TransitRouterCidrId',
    'TransitRouterId',
  ],
  MoveResourceGroup: ['ClientToken', 'DryRun', 'NewResourceGroupId', 'ResourceId', 'ResourceType'],
  UpdateTransitRouterRouteEntry: [
    'ClientToken',
    'DryRun',
    'TransitRouterRouteEntryDescription',
    'TransitRouterRouteEntryId',
    'TransitRouterRouteEntryName',
  ],
}

test.each(Object.entries(cbn))('%s takes exactly what the SDK can send', (action, { params }) => {
  const sent = beyond[action] ?? wireNames(modelOf(sdk, `${action}Request`))
  expect([...parameterNames(params)].sort()).toEqual([...sent].sort())
})

let emulator: Running
beforeAll(async () => {
  emulator = await start({ world: 'sample' })
})
afterAll(() => emulator.close())

test('answers hold nothing that the SDK does not know', async () => {
  const { state } = emulator.emulator
  const found: string[] = []
  const ask = async (action: string, request: Parameters<Running['main']['cbn']>[1] = {}) => {
    const answer = await emulator.main.cbn(action, request)
    found.push(...strangers(answer, modelOf(sdk, `${action}ResponseBody`), action))
  }
  await ask('DescribeCens')
  await ask('ListTransitRouters')
  await ask('CheckTransitRouterService')
  await ask('DescribeChildInstanceRegions')
  await ask('DescribeGeographicRegionMembership', { GeographicRegionId: 'china' })
  await ask('ListTransitRouterAvailableResource', { RegionId: 'eu-central-1' })
  for (const type of ['Vpn', 'Vpc', 'Vbr', 'Peer', 'Ecr'])
    await ask(`ListTransitRouter${type}Attachments`, { MaxResults: 1 })
  for (const cen of state.cens.where(({ owner }) => owner === 1_000_000_000_000_001)) {
    await ask('DescribeCenRouteMaps', { CenId: cen.id })
    await ask('DescribeGrantRulesToCen', { CenId: cen.id, ProductType: 'VPN' })
    await ask('ListTagResources', { ResourceType: 'cen', ResourceId: [cen.id] })
    for (const router of state.transitRouters.where(({ CenId }) => CenId === cen.id)) {
      const where = { RegionId: router.RegionId, TransitRouterId: router.id }
      await ask('ListTransitRouterCidr', where)
      await ask('ListTransitRouterCidrAllocation', where)
      await ask('ListTransitRouterRouteTables', { TransitRouterId: router.id })
    }
  }
  for (const table of state.routeTables.all().slice(0, 5)) {
    const where = { TransitRouterRouteTableId: table.id }
    await ask('ListTransitRouterRouteTableAssociations', where)
    await ask('ListTransitRouterRouteTablePropagations', where)
    await ask('ListTransitRouterRouteEntries', { ...where, TransitRouterRouteEntryStatus: 'All' })
  }
  const vco = state.grants.all()[0]?.InstanceId ?? ''
  const rules = await emulator.partner.cbn('DescribeGrantRulesToResource', {
    ResourceId: vco,
    ProductType: 'VPN',
  })
  found.push(
    ...strangers(rules, modelOf(sdk, 'DescribeGrantRulesToResourceResponseBody'), 'grants'),
  )
  expect([...new Set(found)]).toEqual([])
})
