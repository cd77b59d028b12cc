import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, route } from './network'
import { field, refusal, type Running, start } from './start'

let emulator: Running
let ids: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  emulator = await start()
  ids = await buildNetwork(emulator)
})
afterEach(() => emulator.close())

type Request = Parameters<Running['main']['cbn']>[1]

const add = (destination: string, more: Request = {}) =>
  emulator.main.cbn('CreateTransitRouterRouteEntry', {
    TransitRouterRouteTableId: ids.system,
    TransitRouterRouteEntryDestinationCidrBlock: destination,
    TransitRouterRouteEntryNextHopType: 'BlackHole',
    ...more,
  })
const list = async (more: Request = {}) => {
  const answer = await emulator.main.cbn('ListTransitRouterRouteEntries', {
    TransitRouterRouteTableId: ids.system,
    MaxResults: 100,
    ...more,
  })
  // The answer's shape is asserted by the tests.
  return answer['TransitRouterRouteEntries'] as Record<string, string>[]
}
const prefixes = async (more: Request = {}) =>
  (await list(more)).map((entry) => entry['TransitRouterRouteEntryDestinationCidrBlock'])

test('a static route goes Creating → Active → Deleting → gone', async () => {
  const answer = await add('10.0.0.0/8', { TransitRouterRouteEntryName: 'sink' })
  const id = field(answer, 'TransitRouterRouteEntryId')
  expect(await list()).toEqual([])
  const all = { TransitRouterRouteEntryStatus: 'All' }
  expect(await list(all)).toMatchObject([{ TransitRouterRouteEntryStatus: 'Creating' }])
  emulator.advance(5)
  expect(await list()).toMatchObject([
    {
      CreateTime: '2026-01-01T00:00Z',
      TransitRouterRouteEntryId: id,
      TransitRouterRouteEntryName: 'sink',
      TransitRouterRouteEntryStatus: 'Active',
      TransitRouterRouteEntryType: 'Static',
      TransitRouterRouteEntryNextHopType: 'BlackHole',
    },
  ])
  const remove = { TransitRouterRouteEntryId: id }
  await emulator.main.cbn('DeleteTransitRouterRouteEntry', remove)
  expect(await list(all)).toMatchObject([{ TransitRouterRouteEntryStatus: 'Deleting' }])
  expect((await refusal(emulator.main.cbn('DeleteTransitRouterRouteEntry', remove))).code).toBe(
    'InstanceStatus.NotSupport',
  )
  emulator.advance(5)
  expect((await refusal(emulator.main.cbn('DeleteTransitRouterRouteEntry', remove))).code).toBe(
    'IllegalParam.TransitRouterRouteEntryId',
  )
})

test.each<[string, Request, string]>([
  ['10.0.0.1/8', {}, 'IllegalParam.TransitRouterDestinationCidrBlock'],
  ['10.0.0.0', {}, 'IllegalParam.TransitRouterDestinationCidrBlock'],
  ['10.0.0.0/33', {}, 'IllegalParam.TransitRouterDestinationCidrBlock'],
  ['10.0.0.0/8', { TransitRouterRouteEntryNextHopType: 'Moon' }, 'IllegalParam.NextHopType'],
  [
    '10.0.0.0/8',
    { TransitRouterRouteEntryNextHopId: 'x' },
    'ParamExclusive.NextHopTypeBlackHoleAndNextHopId',
  ],
  [
    '10.0.0.0/8',
    { TransitRouterRouteEntryNextHopType: 'Attachment' },
    'MissingParam.TransitRouterRouteEntryNextHopId',
  ],
  [
    '10.0.0.0/8',
    { TransitRouterRouteTableId: 'vtb-none' },
    'InvalidTransitRouterRouteTableId.NotFound',
  ],
  ['10.0.0.0/8', { TransitRouterRouteEntryName: 'https://x' }, 'InvalidName'],
  ['10.0.0.0/8', { TransitRouterRouteEntryDescription: 'x'.repeat(257) }, 'InvalidDescription'],
  [
    '10.0.0.0/8',
    { TransitRouterRouteEntryNextHopType: 'Attachment', TransitRouterRouteEntryNextHopId: 'x' },
    'TransitRouterRouteEntryNextHopId.NotFound',
  ],
])('a route to %s with %o is refused with %s', async (destination, more, code) => {
  expect((await refusal(add(destination, more))).code).toBe(code)
})

test('a destination is there once, and a table has a quota', async () => {
  const attachment = await attach(emulator, ids.TransitRouterId, connect(emulator, 'munich'))
  const via = {
    TransitRouterRouteEntryNextHopType: 'Attachment',
    TransitRouterRouteEntryNextHopId: attachment,
  }
  await add('10.0.0.0/8')
  expect((await refusal(add('10.0.0.0/8'))).code).toBe('InstanceExist.TransitRouterRouteEntry')
  expect((await refusal(add('10.0.0.0/8', via))).code).toBe(
    'OperationFailed.CreateRouteEntryWithSameDestinationCidrBlock',
  )
  expect((await refusal(add('2001:db8::/32', via))).code).toBe(
    'OperationFailed.CreateTransitRouterRouteEntryWithVPNAttachment',
  )
  await emulator.control('/quotas', { staticRoutesPerRouteTable: 1 })
  expect((await refusal(add('11.0.0.0/8'))).code).toBe('QuotaExceeded.TransitRouterRoutEntry')
})

test('a route is deleted by what it is as well as by its id', async () => {
  await add('10.0.0.0/8')
  emulator.advance(5)
  const remove = (more: Request) =>
    emulator.main.cbn('DeleteTransitRouterRouteEntry', {
      TransitRouterRouteTableId: ids.system,
      TransitRouterRouteEntryDestinationCidrBlock: '10.0.0.0/8',
      TransitRouterRouteEntryNextHopType: 'BlackHole',
      ...more,
    })
  expect((await refusal(remove({ TransitRouterRouteEntryId: 'rte-1' }))).code).toBe(
    'ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock',
  )
  expect((await refusal(remove({ TransitRouterRouteEntryNextHopType: 'Attachment' }))).code).toBe(
    'InvalidDestinationCidrBlock.NotFound',
  )
  await remove({})
  emulator.advance(5)
  expect(await list({ TransitRouterRouteEntryStatus: 'All' })).toEqual([])
})

test('filters choose by prefix, next hop, origin, type and status', async () => {
  const connection = connect(emulator, 'munich', {
    bgp: true,
    tunnel: {
      cidr: '169.254.10.0/30',
      learns: [
        { cidr: '10.1.0.0/16', asPath: ['65001'], communities: ['65001:1'] },
        { cidr: '10.1.2.0/24', asPath: ['65001', '65002'], communities: [] },
      ],
    },
  })
  const attachment = await attach(emulator, ids.TransitRouterId, connection)
  await route(emulator, attachment, ids.system)
  await add('10.0.0.0/8')
  emulator.advance(5)
  expect(await prefixes()).toEqual(['10.0.0.0/8'])
  await emulator.control(`/connections/${connection.id}`, {
    tunnels: [{ index: 1, status: 'ipsec_sa_established', bgp: 'success' }],
  })
  expect(await prefixes()).toEqual(['10.0.0.0/8', '10.1.0.0/16', '10.1.2.0/24'])
  const filter = (Key: string, ...Value: string[]) => prefixes({ RouteFilter: [{ Key, Value }] })
  expect(await filter('PrefixExactMatchCidrs', '10.1.0.0/16', '9.0.0.0/8')).toEqual(['10.1.0.0/16'])
  expect(await filter('SubnetOfMatchCidrs', '10.1.0.0/16')).toEqual(['10.1.0.0/16', '10.1.2.0/24'])
  expect(await filter('SupernetOfMatchCidrs', '10.1.2.0/24')).toHaveLength(3)
  expect(await filter('LongestPrefixMatchCidrs', '10.1.3.4')).toEqual(['10.1.0.0/16'])
  const learnt = ['10.1.0.0/16', '10.1.2.0/24']
  expect(await prefixes({ TransitRouterRouteEntryType: 'Propagated' })).toEqual(learnt)
  expect(await prefixes({ TransitRouterRouteEntryNextHopId: attachment })).toEqual(learnt)
  expect(await prefixes({ TransitRouterRouteEntryOriginResourceType: 'VPN' })).toEqual(learnt)
  expect(await prefixes({ TransitRouterRouteEntryNextHopResourceId: connection.id })).toEqual(
    learnt,
  )
  expect(await prefixes({ TransitRouterRouteEntryNextHopType: 'BlackHole' })).toEqual([
    '10.0.0.0/8',
  ])
  expect((await list({ TransitRouterRouteEntryType: 'Propagated' }))[0]).toMatchObject({
    TransitRouterRouteEntryNextHopResourceType: 'VPN',
    TransitRouterRouteEntryOriginResourceId: connection.id,
    PathAttributes: {
      AsPaths: ['65001'],
      Communities: ['65001:1'],
      OriginRouteType: 'BGP',
      Preference: 50,
    },
  })
})

test('ten thousand synthetic routes come in pages', async () => {
  await emulator.control(`/route-tables/${ids.system}/routes`, { count: 10_000 })
  const answer = await emulator.main.cbn('ListTransitRouterRouteEntries', {
    TransitRouterRouteTableId: ids.system,
    MaxResults: 100,
  })
  expect(answer).toMatchObject({ TotalCount: 10_000, MaxResults: 100 })
  expect(new Set(await prefixes()).size).toBe(100)
})
