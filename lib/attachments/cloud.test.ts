import { expect, test } from 'vitest'

import { emulator, main, write } from '@/lib/cloud/test/emulator'
import { newConnection } from '@/lib/cloud/test/samples'
import { isNotFound } from '@/lib/failure/errors'

const running = await emulator()
const cens = await import('@/lib/cen/cloud')
const routers = await import('@/lib/transit-routers/cloud')
const tables = await import('@/lib/route-tables/cloud')
const bindings = await import('@/lib/route-tables/bindings')
const attachments = await import('@/lib/attachments/cloud')
const gateways = await import('@/lib/customer-gateways/cloud')
const connections = await import('@/lib/ipsec-connections/cloud')
const { listRoutingPolicies } = await import('@/lib/routing-policies/cloud')

const regionId = 'eu-central-1'
const named = { name: 'a', description: '', tags: [{ key: 'env', value: '' }] }

async function newRouter() {
  const cenId = await cens.createCen(main, named, write())
  const transitRouterId = await routers.createTransitRouter(
    main,
    {
      cenId,
      regionId,
      transitRouterName: 'core',
      transitRouterDescription: '',
      supportMulticast: false,
      transitRouterCidrList: [
        { cidr: '10.250.0.0/20', name: 'first', description: '', publishCidrRoute: true },
      ],
      tags: [],
    },
    write(),
  )
  return { cenId, regionId, transitRouterId }
}

async function newVpn(ipAddress: string) {
  const gateway = { regionId, name: 'fw', description: '', ipAddress, asn: 65_010, tags: [] }
  const customerGatewayId = await gateways.createCustomerGateway(main, gateway, write())
  const connection = newConnection(customerGatewayId)
  return connections.createIpsecConnection(main, connection, write())
}

test('attaches a connection, moves it between tables and takes everything away again', async () => {
  const router = await newRouter()
  const { cenId, transitRouterId } = router
  const vpnId = await newVpn('203.0.113.1')
  const input = {
    ...router,
    vpnId,
    zoneId: 'eu-central-1a',
    transitRouterAttachmentName: 'hq',
    transitRouterAttachmentDescription: '',
    autoPublishRouteEnabled: false,
    tags: [{ key: 'site', value: 'hq' }],
  }
  expect(await attachments.createVpnAttachment(main, input, write(true))).toBe('')
  expect(await attachments.listAttachments(main, router)).toEqual([])

  const once = write()
  const transitRouterAttachmentId = await attachments.createVpnAttachment(main, input, once)
  expect(await attachments.createVpnAttachment(main, input, once)).toBe(transitRouterAttachmentId)
  expect(await attachments.listAttachments(main, router)).toEqual([
    {
      transitRouterAttachmentId,
      transitRouterAttachmentName: 'hq',
      transitRouterAttachmentDescription: '',
      resourceType: 'VPN',
      resourceId: vpnId,
      resourceOwnerId: '1000000000000001',
      resourceRegionId: regionId,
      status: 'Attached',
      autoPublishRouteEnabled: false,
      chargeType: 'POSTPAY',
      orderType: 'PayByCenOwner',
      creationTime: expect.stringMatching(/^\d{4}-.*Z$/),
      cenId,
      transitRouterId,
      zoneIds: ['eu-central-1a'],
      tags: [{ key: 'site', value: 'hq' }],
    },
  ])
  const [policy] = await listRoutingPolicies(main, { cenId })
  expect(policy).toMatchObject({
    priority: 5000,
    mapResult: 'Deny',
    transmitDirection: 'RegionOut',
  })
  expect(policy?.sourceChildInstanceTypes).toEqual(['VPN', 'VBR', 'CCN'])

  const [system] = await tables.listRouteTables(main, { transitRouterId })
  const custom = await tables.createRouteTable(
    main,
    {
      transitRouterId,
      transitRouterRouteTableName: 'shared',
      transitRouterRouteTableDescription: '',
      multiRegionECMP: true,
      tags: [],
    },
    write(),
  )
  const at = (transitRouterRouteTableId: string) => ({
    transitRouterAttachmentId,
    transitRouterRouteTableId,
  })
  const toSystem = at(system!.transitRouterRouteTableId)
  await bindings.associate(main, toSystem, write())
  await bindings.enablePropagation(main, toSystem, write())
  await bindings.replaceAssociation(main, at(custom), write())
  const associations = await bindings.listAssociations(main, { transitRouterAttachmentId })
  expect(associations).toMatchObject([
    { ...at(custom), resourceId: vpnId, resourceType: 'VPN', status: 'Active' },
  ])
  const learned = await bindings.listPropagations(main, {
    transitRouterId,
    transitRouterAttachmentId,
  })
  expect(learned).toMatchObject([{ ...toSystem, status: 'Active' }])

  const change = { transitRouterAttachmentId, transitRouterAttachmentName: 'renamed' }
  await attachments.updateVpnAttachment(main, change, write())
  const view = { ...router, transitRouterAttachmentId }
  expect(await attachments.listVpnAttachments(main, view)).toMatchObject([
    { transitRouterAttachmentName: 'renamed', autoPublishRouteEnabled: false },
  ])

  await bindings.disablePropagation(main, toSystem, write())
  await bindings.dissociate(main, at(custom), write())
  const gone = { transitRouterAttachmentId, force: false }
  await attachments.deleteVpnAttachment(main, gone, write())
  expect(await attachments.listAttachments(main, view)).toEqual([])
  await connections.deleteIpsecConnection(main, { regionId, vpnConnectionId: vpnId }, write())
  await tables.deleteRouteTable(main, custom, write())
  const error: unknown = await connections
    .describeIpsecConnection(main, { regionId, vpnConnectionId: vpnId })
    .catch((thrown: unknown) => thrown)
  expect(isNotFound(error)).toBe(true)
})

test('adds and removes CIDR blocks and static routes', async () => {
  const router = await newRouter()
  const { transitRouterId } = router
  const at = { regionId, transitRouterId }
  const block = { cidr: '10.251.0.0/20', name: 'second', description: '', publishCidrRoute: false }
  const transitRouterCidrId = await routers.createTransitRouterCidr(
    main,
    { ...at, ...block },
    write(),
  )
  const blocks = await routers.listTransitRouterCidrs(main, at)
  expect(blocks).toHaveLength(2)
  expect(blocks).toContainEqual({ ...block, transitRouterCidrId })
  await routers.deleteTransitRouterCidr(main, { ...at, transitRouterCidrId }, write())
  expect(await routers.listTransitRouterCidrs(main, at)).toHaveLength(1)

  const [table] = await tables.listRouteTables(main, { transitRouterId })
  const { transitRouterRouteTableId } = table!
  const id = await tables.createRouteEntry(
    main,
    {
      transitRouterRouteTableId,
      transitRouterRouteEntryDestinationCidrBlock: '10.66.0.0/16',
      nextHop: { type: 'BlackHole' },
      transitRouterRouteEntryName: 'quarantine',
      transitRouterRouteEntryDescription: '',
    },
    write(),
  )
  expect(await tables.listRouteEntries(main, { transitRouterRouteTableId })).toMatchObject([
    {
      transitRouterRouteEntryId: id,
      transitRouterRouteEntryDestinationCidrBlock: '10.66.0.0/16',
      transitRouterRouteEntryNextHopType: 'BlackHole',
    },
  ])
  await tables.deleteRouteEntry(main, id, write())
  expect(await tables.listRouteEntries(main, { transitRouterRouteTableId })).toEqual([])
})

test('asks for the kinds that are wanted only', async () => {
  const router = await newRouter()
  const calls = async (params: Parameters<typeof attachments.listAttachments>[1]) => {
    const before = running.calls().length
    await attachments.listAttachments(main, params)
    return running
      .calls()
      .slice(before)
      .map(({ action }) => action)
      .toSorted()
  }
  expect(await calls({ ...router, resourceType: 'VPN' })).toEqual([
    'ListTransitRouterVpnAttachments',
  ])
  expect(await calls(router)).toHaveLength(5)
})

test('sends none of it in a URL', () => {
  expect(running.calls().length).toBeGreaterThan(20)
  for (const call of running.calls()) expect(call).toMatchObject({ inUrl: [] })
})
