import * as $Cbn from '@alicloud/cbn20170912'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { attach, buildNetwork, connect, region } from './network'
import { refusal, type Running, start } from './start'

const partner = 1_000_000_000_000_002

let emulator: Running
let network: Awaited<ReturnType<typeof buildNetwork>>
beforeEach(async () => {
  emulator = await start()
  network = await buildNetwork(emulator)
})
afterEach(() => emulator.close())

const zone = [{ ZoneId: 'eu-central-1a' }]

function create(VpnId: string, more: Parameters<Running['main']['cbn']>[1] = {}) {
  const { TransitRouterId } = network
  return emulator.main.cbn('CreateTransitRouterVpnAttachment', {
    RegionId: region,
    TransitRouterId,
    VpnId,
    Zone: zone,
    ...more,
  })
}

test('an attachment is made through the product’s SDK, goes Attaching → Attached and binds its connection', async () => {
  const { cbnSdk } = emulator.main
  const connection = connect(emulator, 'munich')
  const { body } = await cbnSdk.createTransitRouterVpnAttachment(
    new $Cbn.CreateTransitRouterVpnAttachmentRequest({
      regionId: region,
      transitRouterId: network.TransitRouterId,
      vpnId: connection.id,
      zone: [new $Cbn.CreateTransitRouterVpnAttachmentRequestZone({ zoneId: 'eu-central-1a' })],
      transitRouterAttachmentName: 'munich',
      tag: [new $Cbn.CreateTransitRouterVpnAttachmentRequestTag({ key: 'site', value: 'munich' })],
    }),
  )
  const list = async () => {
    const answer = await cbnSdk.listTransitRouterVpnAttachments(
      new $Cbn.ListTransitRouterVpnAttachmentsRequest({
        transitRouterAttachmentId: body?.transitRouterAttachmentId ?? '',
      }),
    )
    return answer.body?.transitRouterAttachments?.[0]
  }
  expect(await list()).toMatchObject({
    status: 'Attaching',
    vpnId: connection.id,
    vpnRegionId: region,
    resourceType: 'VPN',
    chargeType: 'POSTPAY',
    orderType: 'PayByCenOwner',
    autoPublishRouteEnabled: true,
    zones: [{ zoneId: 'eu-central-1a' }],
    tags: [{ key: 'site', value: 'munich' }],
    creationTime: '2026-01-01T00:00Z',
  })
  const bound = () => emulator.emulator.state.connections.get(connection.id)
  expect(bound()).toMatchObject({ State: 'attaching', tunnels: [{ InternetIp: '' }] })
  emulator.advance(5)
  expect((await list())?.status).toBe('Attached')
  expect(bound()).toMatchObject({
    State: 'attached',
    tunnels: [{ InternetIp: '192.0.2.1', ZoneNo: 'eu-central-1a' }],
  })
})

test('the first attachment reserves three blocks and brings the policy of priority 5000 to every table', async () => {
  const { cbn } = emulator.main
  const { CenId, TransitRouterId, system, custom } = network
  const policies = () => cbn('DescribeCenRouteMaps', { CenId })
  expect(await policies()).toMatchObject({ TotalCount: 0 })
  await attach(emulator, TransitRouterId, connect(emulator, 'munich'))
  const reserved = await cbn('ListTransitRouterCidrAllocation', {
    RegionId: region,
    TransitRouterId,
    DedicatedOwnerId: 'VPN',
  })
  expect(reserved).toMatchObject({
    TotalCount: 3,
    TransitRouterCidrAllocations: [
      { AllocatedCidrBlock: '10.255.0.0/28', Cidr: '10.255.0.0/20' },
      { AllocatedCidrBlock: '10.255.0.16/28' },
      { AllocatedCidrBlock: '10.255.0.32/28' },
    ],
  })
  const types = ['VPN', 'VBR', 'CCN']
  expect(await policies()).toMatchObject({
    TotalCount: 2,
    RouteMaps: {
      RouteMap: [system, custom].map((TransitRouterRouteTableId) => ({
        TransitRouterRouteTableId,
        TransmitDirection: 'RegionOut',
        Priority: 5000,
        MapResult: 'Deny',
        Status: 'Active',
        SourceChildInstanceTypes: { SourceChildInstanceType: types },
        DestinationChildInstanceTypes: { DestinationChildInstanceType: types },
      })),
    },
  })
  await cbn('CreateTransitRouterRouteTable', { TransitRouterId })
  expect(await policies()).toMatchObject({ TotalCount: 3 })
})

test('a private dual-tunnel connection takes two addresses of the router’s block and gives them back', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId } = network
  const connection = connect(emulator, 'jakarta', { network: 'private', dual: true })
  const id = await attach(emulator, TransitRouterId, connection)
  const allocations = () =>
    cbn('ListTransitRouterCidrAllocation', { RegionId: region, TransitRouterId, AttachmentId: id })
  expect(await allocations()).toMatchObject({
    TransitRouterCidrAllocations: [
      { AllocatedCidrBlock: '10.255.0.48/32', AttachmentName: 'jakarta' },
      { AllocatedCidrBlock: '10.255.0.49/32' },
    ],
  })
  expect(emulator.emulator.state.connections.get(connection.id)?.tunnels).toMatchObject([
    { InternetIp: '10.255.0.48', ZoneNo: 'eu-central-1a' },
    { InternetIp: '10.255.0.49', ZoneNo: 'eu-central-1b' },
  ])
  const cidr = emulator.emulator.state.cidrs.all()[0]?.id ?? ''
  const removeCidr = { RegionId: region, TransitRouterId, TransitRouterCidrId: cidr }
  expect((await refusal(cbn('DeleteTransitRouterCidr', removeCidr))).code).toBe(
    'OperationFailed.CidrBlockAllocated',
  )
  await cbn('DeleteTransitRouterVpnAttachment', { TransitRouterAttachmentId: id })
  emulator.advance(10)
  expect(await allocations()).toMatchObject({ TotalCount: 0 })
  expect(emulator.emulator.state.connections.get(connection.id)).toMatchObject({
    State: 'active',
    tunnels: [{ InternetIp: '' }, { InternetIp: '' }],
  })
  await expect(cbn('DeleteTransitRouterCidr', removeCidr)).resolves.toBeDefined()
})

test('a router without a CIDR block, or with a full one, takes no attachment', async () => {
  const { cbn } = emulator.main
  const { TransitRouterId } = network
  const connection = connect(emulator, 'munich', { network: 'private' })
  for (const { id } of emulator.emulator.state.cidrs.all())
    await cbn('DeleteTransitRouterCidr', {
      RegionId: region,
      TransitRouterId,
      TransitRouterCidrId: id,
    })
  expect((await refusal(create(connection.id))).code).toBe('OperationDenied.NoTransitRouterCidr')
  await cbn('CreateTransitRouterCidr', { RegionId: region, TransitRouterId, Cidr: '10.254.0.0/24' })
  const block = emulator.emulator.state.cidrs.all()[0]
  emulator.emulator.state.allocations.put({
    id: 'full',
    TransitRouterId,
    TransitRouterCidrId: block?.id ?? '',
    AllocatedCidrBlock: '10.254.0.0/24',
    AttachmentId: 'other',
    DedicatedOwnerId: '',
  })
  const full = await refusal(create(connection.id))
  expect(full.code).toBe('OperationFailed.AllocateCidrFailed')
  expect(emulator.emulator.state.attachments.size).toBe(0)
})

test.each<[string, string, Parameters<Running['main']['cbn']>[1]]>([
  ['an unknown connection', 'InvalidVpnId.NotFound', { VpnId: 'vco-none' }],
  ['a connection of another account', 'InvalidVpnId.NotFound', { VpnOwnerId: partner }],
  ['an unknown router', 'InvalidTransitRouterId.NotFound', { TransitRouterId: 'tr-none' }],
  ['an unknown CEN', 'InvalidCenId.NotFound', { CenId: 'cen-none' }],
  ['another region', 'IllegalParam.TransitRouterRegionId', { RegionId: 'cn-hangzhou' }],
  ['no zone', 'MissingParameter', { Zone: undefined }],
  ['a zone of another region', 'InvalidZone.NotSupported', { Zone: [{ ZoneId: 'cn-hangzhou-h' }] }],
  ['a name that is an address', 'InvalidName', { TransitRouterAttachmentName: 'http://x' }],
  ['a long name', 'InvalidName', { TransitRouterAttachmentName: 'x'.repeat(129) }],
  [
    'a long description',
    'InvalidDescription',
    { TransitRouterAttachmentDescription: 'x'.repeat(257) },
  ],
  ['a charge type', 'InvalidParameter', { ChargeType: 'PREPAY' }],
  ['a tag of the cloud', 'InvalidParameter.TagKey', { Tag: [{ Key: 'acs:x', Value: '' }] }],
  [
    'an address in a tag',
    'InvalidParameter.TagValue',
    { Tag: [{ Key: 'x', Value: 'a http://b' }] },
  ],
  ['a tag twice', 'Duplicated.TagKey', { Tag: [{ Key: 'x' }, { Key: 'x' }] }],
  [
    '21 tags',
    'NumberExceed.Tags',
    { Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) },
  ],
])('%s is refused with %s', async (_, code, more) => {
  const { id } = connect(emulator, 'munich')
  expect((await refusal(create(id, more))).code).toBe(code)
  expect(emulator.emulator.state.attachments.size).toBe(0)
})

test('a dual-tunnel connection takes no zone', async () => {
  const { id } = connect(emulator, 'hamburg', { dual: true })
  expect(await refusal(create(id))).toMatchObject({
    code: 'OperationUnsupported.VcoTunnelNotMatchZoneParam',
    statusCode: 400,
  })
  await expect(create(id, { Zone: undefined })).resolves.toHaveProperty('TransitRouterAttachmentId')
})

test('a connection is attached once, and a router takes as many as its quota', async () => {
  const { id } = connect(emulator, 'munich')
  await create(id)
  expect((await refusal(create(id))).code).toBe('InvalidOperation.VpnConnectionAttached')
  await emulator.control('/quotas', { vpnAttachmentsPerTransitRouter: 1 })
  expect((await refusal(create(connect(emulator, 'hamburg').id))).code).toBe(
    'QuotaExceeded.VpnAttachmentPerTransitRouter',
  )
})

test('a router without the service, or that changes, takes no attachment', async () => {
  const { id } = connect(emulator, 'munich')
  const { TransitRouterId } = network
  await emulator.main.cbn('UpdateTransitRouter', { RegionId: region, TransitRouterId })
  expect((await refusal(create(id))).code).toBe('IncorrectStatus.TransitRouterInstance')
  emulator.advance(5)
  await emulator.control('/services', { account: 1_000_000_000_000_001, open: false })
  expect((await refusal(create(id))).code).toBe('Forbbiden.TransitRouterServiceNotOpen')
})

test('a connection of another account needs a grant', async () => {
  const { CenId } = network
  const { id } = connect(emulator, 'rotterdam', { owner: partner })
  expect((await refusal(create(id, { VpnOwnerId: partner }))).code).toBe(
    'OperationDenied.NotGranted',
  )
  await emulator.partner.cbn('GrantInstanceToTransitRouter', {
    CenId,
    CenOwnerId: 1_000_000_000_000_001,
    InstanceId: id,
    InstanceType: 'VPN',
    RegionId: region,
    OrderType: 'PayByResourceOwner',
  })
  await create(id, { VpnOwnerId: partner })
  expect(await emulator.main.cbn('ListTransitRouterVpnAttachments', { CenId })).toMatchObject({
    TransitRouterAttachments: [{ VpnId: id, VpnOwnerId: partner, OrderType: 'PayByResourceOwner' }],
  })
})

test('CenId and RegionId stand in for the router', async () => {
  const { id } = connect(emulator, 'munich')
  const { CenId } = network
  await create(id, { TransitRouterId: undefined, CenId })
  expect((await refusal(create(id, { TransitRouterId: undefined }))).code).toBe('MissingParameter')
})
