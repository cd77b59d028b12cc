import { afterEach, beforeEach, expect, test } from 'vitest'

import { buildNetwork, connect, region } from './network'
import { refusal, type Running, start } from './start'

const partner = 1_000_000_000_000_002

let emulator: Running
let network: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  emulator = await start()
  network = await buildNetwork(emulator)
})
afterEach(() => emulator.close())

type Request = Parameters<Running['main']['cbn']>[1]

test('tags are set, overwritten, found and removed', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId, CenId, custom } = network
  const target = { ResourceType: 'TRANSITROUTER', ResourceId: [TransitRouterId], RegionId: region }
  await cbn('TagResources', {
    ...target,
    Tag: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '' },
    ],
  })
  await cbn('TagResources', { ...target, Tag: [{ Key: 'a', Value: '2' }] })
  expect(await cbn('ListTagResources', target)).toMatchObject({
    TagResources: {
      TagResource: [
        { ResourceId: TransitRouterId, ResourceType: 'TransitRouter', TagKey: 'a', TagValue: '2' },
        { TagKey: 'b', TagValue: '' },
      ],
    },
  })
  expect(await cbn('ListTransitRouters', { Tag: [{ Key: 'a', Value: '2' }] })).toMatchObject({
    TotalCount: 1,
  })
  await cbn('UntagResources', { ...target, TagKey: ['a'] })
  expect(emulator.emulator.state.transitRouters.get(TransitRouterId)?.tags).toEqual([
    { Key: 'b', Value: '' },
  ])
  await cbn('UntagResources', { ...target, All: true })
  expect(await cbn('ListTagResources', target)).toMatchObject({ TagResources: { TagResource: [] } })
  await cbn('TagResources', {
    ResourceType: 'cen',
    ResourceId: [CenId],
    Tag: [{ Key: 'x', Value: 'y' }],
  })
  await cbn('TagResources', {
    ResourceType: 'TransitRouterRouteTable',
    ResourceId: [custom],
    RegionId: region,
    Tag: [{ Key: 'x', Value: 'y' }],
  })
  const many = Array.from({ length: 20 }, (_, n) => ({ Key: `k${n}`, Value: '' }))
  const errors: [Request, string][] = [
    [{ ...target, RegionId: undefined, Tag: many }, 'MissingParameter'],
    [{ ...target, ResourceId: ['tr-none'], Tag: many }, 'InvalidInstanceId.NotFound'],
    [{ ...target, ResourceType: 'Nothing', Tag: many }, 'InvalidParameter'],
    [{ ...target }, 'MissingParameter'],
    [{ ResourceType: 'Cen', ResourceId: [CenId], Tag: many }, 'NumberExceed.Tags'],
  ]
  for (const [request, code] of errors)
    expect((await refusal(cbn('TagResources', request))).code).toBe(code)
})

test('a grant is given, seen from both sides, changed and revoked', async () => {
  const { CenId } = network
  const { id } = connect(emulator, 'rotterdam', { owner: partner })
  const grant = { CenId, CenOwnerId: 1_000_000_000_000_001, InstanceId: id, InstanceType: 'VPN' }
  const { cbn } = emulator.partner
  for (const [wrong, code] of [
    [{ InstanceId: 'vco-none' }, 'InvalidInstanceId.NotFound'],
    [{ InstanceType: 'VPC' }, 'InvalidInstanceId.NotFound'],
    [{ CenOwnerId: partner }, 'InvalidParameter'],
    [{ CenId: 'cen-none' }, 'ParameterCenInstanceId'],
  ] as const)
    expect((await refusal(cbn('GrantInstanceToTransitRouter', { ...grant, ...wrong }))).code).toBe(
      code,
    )
  await cbn('GrantInstanceToTransitRouter', grant)
  await cbn('ModifyGrantInstanceToTransitRouter', {
    CenId,
    InstanceId: id,
    OrderType: 'PayByResourceOwner',
  })
  expect(
    await emulator.main.cbn('DescribeGrantRulesToCen', { CenId, ProductType: 'VPN' }),
  ).toMatchObject({
    TotalCount: 1,
    GrantRules: {
      GrantRule: [
        { ChildInstanceId: id, ChildInstanceOwnerId: partner, OrderType: 'PayByResourceOwner' },
      ],
    },
  })
  expect(
    await cbn('DescribeGrantRulesToResource', { ResourceId: id, ProductType: 'VPN' }),
  ).toMatchObject({
    GrantRules: [{ CenId, CreateTime: expect.any(String) }],
  })
  await cbn('RevokeInstanceFromTransitRouter', grant)
  expect((await refusal(cbn('RevokeInstanceFromTransitRouter', grant))).code).toBe(
    'InvalidInstanceId.NotFound',
  )
  expect(
    await cbn('DescribeGrantRulesToResource', { ResourceId: id, ProductType: 'VPN' }),
  ).toMatchObject({
    TotalCount: 0,
    GrantRules: [],
  })
})

test('a grant stays while the connection is attached', async () => {
  const { CenId, TransitRouterId } = network
  const connection = connect(emulator, 'rotterdam', { owner: partner })
  const grant = {
    CenId,
    CenOwnerId: 1_000_000_000_000_001,
    InstanceId: connection.id,
    InstanceType: 'VPN',
  }
  await emulator.partner.cbn('GrantInstanceToTransitRouter', grant)
  await emulator.main.cbn('CreateTransitRouterVpnAttachment', {
    RegionId: region,
    TransitRouterId,
    VpnId: connection.id,
    VpnOwnerId: partner,
    Zone: [{ ZoneId: 'eu-central-1a' }],
  })
  expect((await refusal(emulator.partner.cbn('RevokeInstanceFromTransitRouter', grant))).code).toBe(
    'InvalidOperation.VpnConnectionAttached',
  )
})
