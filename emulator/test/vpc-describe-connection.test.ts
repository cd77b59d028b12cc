import {
  DescribeVpnAttachmentsRequest,
  DescribeVpnConnectionRequest,
  DescribeVpnConnectionsRequest,
  DescribeVpnCrossAccountAuthorizationsRequest,
  DownloadVpnConnectionConfigRequest,
} from '@alicloud/vpc20160428'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { refusal, type Running, start } from './start'
import {
  attach,
  connection,
  type Fields,
  gateway,
  regionId,
  router,
  shown,
  twoTunnels,
} from './vpc-fixtures'

let emulator: Running
let customerGatewayId: string
beforeEach(async () => {
  emulator = await start()
  customerGatewayId = await gateway(emulator, '203.0.113.9', '65001')
})
afterEach(() => emulator.close())

const list = (fields: Fields<DescribeVpnConnectionsRequest> = {}) =>
  emulator.main.vpc
    .describeVpnConnections(new DescribeVpnConnectionsRequest({ regionId, ...fields }))
    .then(({ body }) => body)

const bgpConfig = '{"EnableBgp":true,"TunnelCidr":"169.254.11.0/30","LocalBgpIp":"169.254.11.1"}'

test('an attached connection shows its router, zone and gateway address; a free one shows none', async () => {
  const tr = await router(emulator)
  const id = await connection(emulator, { customerGatewayId })
  expect((await shown(emulator, id))?.internetIp).toBe('')
  await attach(emulator, tr, id)
  const view = await shown(emulator, id)
  expect(view).toMatchObject({
    attachType: 'CEN',
    transitRouterId: tr,
    transitRouterName: 'frankfurt',
    crossAccountAuthorized: false,
    state: 'attached',
    zoneNo: 'eu-central-1a',
    vpnGatewayId: 'vpn-not-exist',
  })
  expect(view?.attachInstanceId).toMatch(/^cen-/)
  expect(view?.internetIp).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
  expect(view?.ikeConfig?.localId).toBe(view?.internetIp)
})

test('the tunnels of an attached connection have addresses in different zones', async () => {
  const tr = await router(emulator)
  const tunnelOptionsSpecification = twoTunnels(customerGatewayId)
  const id = await connection(emulator, { networkType: 'private', tunnelOptionsSpecification })
  await attach(emulator, tr, id, { dual: true })
  const tunnels = (await shown(emulator, id))?.tunnelOptionsSpecification?.tunnelOptions ?? []
  expect(tunnels.map(({ zoneNo }) => zoneNo)).toEqual(['eu-central-1a', 'eu-central-1b'])
  for (const tunnel of tunnels) {
    expect(tunnel.internetIp).toMatch(/^10\.200\./)
    expect(tunnel.tunnelIkeConfig?.localId).toBe(tunnel.internetIp)
  }
})

test('the list filters, pages, and has the tags of its own and no EnableBgp', async () => {
  const first = await connection(emulator, {
    customerGatewayId,
    bgpConfig,
    tags: [{ key: 'site', value: 'a' }],
  })
  const other = await gateway(emulator, '203.0.113.10')
  await connection(emulator, { customerGatewayId: other, resourceGroupId: 'rg-vpn' })
  const { vpnConnections, totalCount } = (await list({ pageSize: 1 })) ?? {}
  const [item] = vpnConnections?.vpnConnection ?? []
  expect(totalCount).toBe(2)
  expect(vpnConnections?.vpnConnection).toHaveLength(1)
  expect(item).toMatchObject({
    vpnConnectionId: first,
    attachType: 'NO_ASSOCIATED',
    tag: { tag: [{ key: 'site', value: 'a' }] },
    vpnBgpConfig: { tunnelCidr: '169.254.11.0/30', status: 'failed' },
  })
  const raw = await emulator.main.vpcCall('DescribeVpnConnections', {
    RegionId: regionId,
    VpnConnectionId: first,
  })
  expect(JSON.stringify(raw)).not.toContain('EnableBgp"')
  const count = (fields: Fields<DescribeVpnConnectionsRequest>) =>
    list(fields).then((body) => body?.totalCount)
  expect(await count({ customerGatewayId: other })).toBe(1)
  expect(await count({ resourceGroupId: 'rg-vpn' })).toBe(1)
  expect(await count({ vpnGatewayId: 'vpn-bp1' })).toBe(0)
  expect(await count({ tag: [{ key: 'site', value: 'b' }] })).toBe(0)
  expect(await count({ regionId: 'cn-hangzhou' })).toBe(0)
  expect((await refusal(list({ pageSize: 51 }))).code).toBe('InvalidParameter')
  expect((await refusal(list({ pageNumber: 0 }))).code).toBe('InvalidParameter')
  const partner = await emulator.partner.vpc.describeVpnConnections(
    new DescribeVpnConnectionsRequest({ regionId }),
  )
  expect(partner.body?.totalCount).toBe(0)
})

test('the list of attachments is thin and holds what is bound', async () => {
  const tr = await router(emulator)
  const free = await connection(emulator, { customerGatewayId })
  const bound = await connection(emulator, {
    customerGatewayId,
    name: 'hq',
    tags: [{ key: 'k', value: 'v' }],
  })
  await attach(emulator, tr, bound)
  const attachments = (fields: Fields<DescribeVpnAttachmentsRequest>) =>
    emulator.main.vpc.describeVpnAttachments(
      new DescribeVpnAttachmentsRequest({ regionId, ...fields }),
    )
  const { body } = await attachments({})
  expect(body).toMatchObject({
    totalCount: 1,
    vpnAttachments: [
      {
        instanceId: bound,
        name: 'hq',
        attachType: 'CEN',
        transitRouterId: tr,
        tags: [{ key: 'k', value: 'v' }],
      },
    ],
  })
  expect(JSON.parse(body?.vpnAttachments?.[0]?.tag ?? '')).toMatchObject({ BGPSupport: 'true' })
  expect((await attachments({ vpnConnectionId: free })).body?.totalCount).toBe(0)
  expect((await refusal(attachments({ attachType: 'VPNGW' }))).code).toBe('InvalidParameter')
})

test("the configuration to download is told from the peer's side", async () => {
  const tr = await router(emulator)
  const ikeConfig = '{"Psk":"the-key","LocalId":"cloud.example","RemoteId":"hq.example"}'
  const id = await connection(emulator, {
    customerGatewayId,
    bgpConfig,
    ikeConfig,
    localSubnet: '10.0.0.0/8',
    remoteSubnet: '192.168.0.0/16',
  })
  await attach(emulator, tr, id)
  const { internetIp } = (await shown(emulator, id)) ?? {}
  const request = new DownloadVpnConnectionConfigRequest({ regionId, vpnConnectionId: id })
  const { body } = await emulator.main.vpc.downloadVpnConnectionConfig(request)
  expect(body?.vpnConnectionConfig).toMatchObject({
    local: '203.0.113.9',
    remote: internetIp,
    localSubnet: '192.168.0.0/16',
    remoteSubnet: '10.0.0.0/8',
    ikeConfig: { psk: 'the-key', localId: 'hq.example', remoteId: 'cloud.example' },
    bgpConfigs: {
      bgpConfig: [
        {
          localAsn: '65001',
          localBgpIp: '169.254.11.2',
          peerAsn: '45104',
          peerBgpIp: '169.254.11.1',
        },
      ],
    },
    tunnelsConfig: { tunnelConfig: [] },
  })
})

test('the configuration of two tunnels has one part for each', async () => {
  const tunnelOptionsSpecification = twoTunnels(customerGatewayId, true)
  const id = await connection(emulator, { enableTunnelsBgp: true, tunnelOptionsSpecification })
  const request = new DownloadVpnConnectionConfigRequest({ regionId, vpnConnectionId: id })
  const { vpnConnectionConfig } =
    (await emulator.main.vpc.downloadVpnConnectionConfig(request)).body ?? {}
  expect(vpnConnectionConfig?.ikeConfig).toBeUndefined()
  expect(vpnConnectionConfig?.tunnelsConfig?.tunnelConfig).toMatchObject([
    {
      local: '203.0.113.9',
      remote: '',
      ikeConfig: { psk: 'key-of-tunnel-1', localId: '203.0.113.9' },
    },
    { local: '203.0.113.9', remote: '', ikeConfig: { psk: 'key-of-tunnel-2' } },
  ])
  expect(vpnConnectionConfig?.bgpConfigs?.bgpConfig).toMatchObject([
    { localBgpIp: '169.254.11.2', tunnelCidr: '169.254.11.0/30' },
    { localBgpIp: '169.254.12.2', tunnelCidr: '169.254.12.0/30' },
  ])
})

test('the owner of a connection sees to whom it is granted', async () => {
  const foreignGateway = await gateway({ ...emulator, main: emulator.partner }, '198.51.100.7')
  const partner = { ...emulator, main: emulator.partner }
  const id = await connection(partner, { customerGatewayId: foreignGateway })
  const tr = await router(emulator)
  const CenId = emulator.emulator.state.transitRouters.get(tr)?.CenId ?? ''
  await emulator.partner.cbn('GrantInstanceToTransitRouter', {
    CenId,
    CenOwnerId: '1000000000000001',
    InstanceId: id,
    InstanceType: 'VPN',
    RegionId: regionId,
    OrderType: 'PayByCenOwner',
  })
  const request = new DescribeVpnCrossAccountAuthorizationsRequest({
    regionId,
    vpnConnectionId: id,
  })
  const { body } = await emulator.partner.vpc.describeVpnCrossAccountAuthorizations(request)
  expect(body).toMatchObject({
    totalCount: 1,
    crossAccountAuthorizations: [
      {
        vpnConnectionId: id,
        aliUid: 1_000_000_000_000_002,
        bindUid: 1_000_000_000_000_001,
        bindProduct: 'CEN',
        bindInstance: CenId,
        creationTime: emulator.emulator.clock.now(),
      },
    ],
  })
  const refused = emulator.main.vpc.describeVpnCrossAccountAuthorizations(request)
  expect((await refusal(refused)).code).toBe('Forbidden')
})

test('reads of a connection that is not there say so', async () => {
  const { vpc } = emulator.main
  const which = { regionId, vpnConnectionId: 'vco-x' }
  const calls = [
    vpc.describeVpnConnection(new DescribeVpnConnectionRequest(which)),
    vpc.downloadVpnConnectionConfig(new DownloadVpnConnectionConfigRequest(which)),
    vpc.describeVpnCrossAccountAuthorizations(
      new DescribeVpnCrossAccountAuthorizationsRequest(which),
    ),
  ]
  for (const call of calls)
    expect(await refusal(call)).toMatchObject({
      code: 'InvalidVpnConnectionInstanceId.NotFound',
      statusCode: 404,
    })
  expect(
    (await refusal(vpc.describeVpnConnection(new DescribeVpnConnectionRequest({ regionId })))).code,
  ).toBe('MissingParameter')
})
