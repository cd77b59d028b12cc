import { expect, test } from 'vitest'

import { advertisedPrefixes, advertisementOf } from '@/lib/route-tables/advertisement'
import { entry, SELF } from '@/lib/route-tables/test/entry'
import type { RoutingPolicy } from '@/lib/routing-policies/schema'

const system: RoutingPolicy = {
  routeMapId: 'cenrmap-1',
  cenId: 'cen-1',
  cenRegionId: 'eu-central-1',
  transitRouterRouteTableId: 'vtb-1',
  description: '',
  status: 'Active',
  priority: 5000,
  transmitDirection: 'RegionOut',
  mapResult: 'Deny',
  sourceChildInstanceTypes: ['VPN', 'VBR', 'CCN'],
  sourceInstanceIds: [],
  sourceInstanceIdsReverseMatch: false,
  sourceRegionIds: [],
  sourceRouteTableIds: [],
  destinationChildInstanceTypes: ['VPN', 'VBR', 'CCN'],
  destinationInstanceIds: [],
  destinationInstanceIdsReverseMatch: false,
  destinationRegionIds: [],
  destinationRouteTableIds: [],
  destinationCidrBlocks: [],
  cidrMatchMode: '',
  matchAddressType: '',
  routeTypes: [],
  matchAsns: [],
  asPathMatchMode: '',
  matchCommunitySet: [],
  communityMatchMode: '',
  operateCommunitySet: [],
  communityOperateMode: '',
  prependAsPath: [],
}

const table = [
  entry('10.0.0.0/16', 'vpc-1'),
  entry('10.1.0.0/16', 'vbr-1', 'Active', 'VBR'),
  entry('10.2.0.0/16', 'vpn-2', 'Active', 'VPN'),
  entry('10.3.0.0/16', 'vpc-1', 'Standby'),
  entry('10.4.0.0/16', 'blackhole'),
  entry('192.168.0.0/16', SELF, 'Active', 'VPN'),
]

test('the peer is told active routes, black holes too, but nothing it sent itself', () => {
  expect(advertisedPrefixes(table, SELF, [])).toEqual([
    '10.0.0.0/16',
    '10.1.0.0/16',
    '10.2.0.0/16',
    '10.4.0.0/16',
  ])
})

test('the system policy keeps the routes of VPN and VBR attachments from the peer', () => {
  expect(advertisedPrefixes(table, SELF, [system])).toEqual(['10.0.0.0/16', '10.4.0.0/16'])
})

test('a policy of higher priority that permits wins over the system policy', () => {
  const permit = { ...system, priority: 10, mapResult: 'Permit', sourceChildInstanceTypes: ['VBR'] }
  expect(advertisedPrefixes(table, SELF, [system, permit])).toEqual([
    '10.0.0.0/16',
    '10.1.0.0/16',
    '10.4.0.0/16',
  ])
})

test('a policy that permits and names where to go on does not shield from the next', () => {
  const permit = { ...system, priority: 10, mapResult: 'Permit', nextPriority: 20 }
  expect(advertisedPrefixes(table, SELF, [permit, system])).toEqual(['10.0.0.0/16', '10.4.0.0/16'])
})

test("the router's own CIDR route is for leased lines only", () => {
  const own = { ...entry('10.255.0.0/20', 'blackhole'), tag: 'PermitVbr' }
  expect(advertisedPrefixes([own], SELF, [])).toEqual([])
})

test('policies that are not active or look the other way change nothing', () => {
  const others = [
    { ...system, status: 'Creating' },
    { ...system, transmitDirection: 'RegionIn' },
    { ...system, destinationChildInstanceTypes: ['VPC'] },
  ]
  expect(advertisedPrefixes(table, SELF, others)).toHaveLength(4)
})

test('a change withdraws everything first and names what does not come back', () => {
  const { withdrawn, advertised, gone, fresh } = advertisementOf(['a', 'b'], ['b', 'c'])
  expect([withdrawn, advertised, gone, fresh]).toEqual([['a', 'b'], ['b', 'c'], ['a'], ['c']])
})
