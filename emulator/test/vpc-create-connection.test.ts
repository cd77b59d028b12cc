import {
  CreateVpnAttachmentRequest,
  DeleteVpnAttachmentRequest,
  DescribeVpnConnectionRequest,
  ModifyVpnAttachmentAttributeRequest,
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

const create = (fields: Fields<CreateVpnAttachmentRequest>) =>
  emulator.main.vpc.createVpnAttachment(
    new CreateVpnAttachmentRequest({
      regionId,
      customerGatewayId,
      localSubnet: '0.0.0.0/0',
      remoteSubnet: '0.0.0.0/0',
      ...fields,
    }),
  )

test('a connection starts from the defaults of the JSON form', async () => {
  const { body } = await create({ name: 'hq' })
  expect(body).toMatchObject({
    code: '200',
    success: true,
    name: 'hq',
    createTime: emulator.emulator.clock.now(),
  })
  const view = await shown(emulator, body?.vpnConnectionId ?? '')
  expect(view).toMatchObject({
    attachType: 'NO_ASSOCIATED',
    vpnGatewayId: 'vpn-not-exist',
    state: 'init',
    status: 'ike_sa_not_established',
    networkType: 'public',
    effectImmediately: false,
    enableDpd: true,
    enableNatTraversal: true,
    internetIp: '',
    zoneNo: '',
    crossAccountAuthorized: false,
    tunnelBandwidth: 'Standard',
    ikeConfig: {
      ikeVersion: 'ikev1',
      ikeMode: 'main',
      ikeEncAlg: 'aes',
      ikeAuthAlg: 'md5',
      ikePfs: 'group2',
      ikeLifetime: 86_400,
      localId: 'leftId-not-exist',
      remoteId: '203.0.113.9',
    },
    ipsecConfig: {
      ipsecEncAlg: 'aes',
      ipsecAuthAlg: 'md5',
      ipsecPfs: 'group2',
      ipsecLifetime: 86_400,
    },
    vpnBgpConfig: { enableBgp: 'false', status: 'false', localAsn: 45_104 },
    vcoHealthCheck: { enable: 'false', interval: 3, retry: 3, policy: 'revoke_route' },
    tunnelOptionsSpecification: { tunnelOptions: [] },
  })
  expect(view?.ikeConfig?.psk).toMatch(/^[0-9a-z]{16}$/)
  emulator.advance(5)
  expect((await shown(emulator, view?.vpnConnectionId ?? ''))?.state).toBe('active')
})

test('settings in JSON are kept, whatever the case of the keys and the type of the values', async () => {
  const id = await connection(emulator, {
    customerGatewayId,
    ikeConfig: JSON.stringify({
      psk: 'a~!`@#$%^&*()_-+={}[]|;:\',.<>/?"',
      IKEVERSION: 'ikev2',
      ikelifetime: 3600,
      RemoteId: 'hq.example.com',
      LocalId: '',
    }),
    ipsecConfig: '{"IpsecEncAlg":"aes256","IpsecLifetime":"0","IpsecPfs":"disabled"}',
    bgpConfig:
      '{"EnableBgp":"true","LocalAsn":"123.456","TunnelCidr":"169.254.11.0/30","LocalBgpIp":"169.254.11.2"}',
    healthCheckConfig:
      '{"enable":true,"dip":"192.168.1.1","sip":"10.1.1.1","interval":"5","retry":4,"Policy":"reserve_route"}',
    enableDpd: false,
    enableNatTraversal: false,
    effectImmediately: true,
    networkType: 'private',
    tunnelBandwidth: 'Large',
  })
  expect(await shown(emulator, id)).toMatchObject({
    ikeConfig: {
      psk: 'a~!`@#$%^&*()_-+={}[]|;:\',.<>/?"',
      ikeVersion: 'ikev2',
      ikeLifetime: 3600,
      ikeAuthAlg: 'md5',
      remoteId: 'hq.example.com',
    },
    ipsecConfig: { ipsecEncAlg: 'aes256', ipsecLifetime: 0, ipsecPfs: 'disabled' },
    vpnBgpConfig: {
      enableBgp: 'true',
      localAsn: 8_061_384,
      tunnelCidr: '169.254.11.0/30',
      localBgpIp: '169.254.11.2',
      peerBgpIp: '169.254.11.1',
      peerAsn: 65_001,
      status: 'failed',
    },
    vcoHealthCheck: {
      enable: 'true',
      dip: '192.168.1.1',
      sip: '10.1.1.1',
      interval: 5,
      retry: 4,
      policy: 'reserve_route',
    },
    enableDpd: false,
    enableNatTraversal: false,
    effectImmediately: true,
    networkType: 'private',
    tunnelBandwidth: 'Large',
  })
})

test('two tunnels start from the newer defaults and read back with text for booleans and numbers', async () => {
  const id = await connection(emulator, {
    enableTunnelsBgp: true,
    tunnelOptionsSpecification: twoTunnels(customerGatewayId, true),
  })
  const view = await shown(emulator, id)
  expect(view).toMatchObject({ enableTunnelsBgp: true })
  expect(view?.ikeConfig).toBeUndefined()
  expect(view?.vpnBgpConfig).toBeUndefined()
  const tunnels = view?.tunnelOptionsSpecification?.tunnelOptions ?? []
  expect(tunnels).toMatchObject([
    {
      tunnelIndex: 1,
      role: 'master',
      state: 'active',
      status: 'ike_sa_not_established',
      enableDpd: 'true',
      enableNatTraversal: 'true',
      internetIp: '',
      tunnelIkeConfig: {
        psk: 'key-of-tunnel-1',
        ikeVersion: 'ikev2',
        ikeAuthAlg: 'sha1',
        ikeLifetime: '86400',
        localId: '',
        remoteId: '203.0.113.9',
      },
      tunnelIpsecConfig: { ipsecAuthAlg: 'sha1', ipsecLifetime: '86400' },
      tunnelBgpConfig: {
        localAsn: '64600',
        peerAsn: '65001',
        peerBgpIp: '169.254.11.2',
        bgpStatus: 'failed',
      },
    },
    { tunnelIndex: 2, role: 'slave', tunnelIkeConfig: { psk: 'key-of-tunnel-2' } },
  ])
  for (const { tunnelId } of tunnels) expect(tunnelId).toMatch(/^tun-gw8/)
})

test('both names of the tags parameter are taken', async () => {
  const { VpnConnectionId } = await emulator.main.vpcCall('CreateVpnAttachment', {
    RegionId: regionId,
    CustomerGatewayId: customerGatewayId,
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
    Tag: [{ Key: 'a', Value: '1' }],
    Tags: [{ Key: 'b' }],
  })
  expect((await shown(emulator, String(VpnConnectionId)))?.tags).toMatchObject({
    tag: [
      { key: 'b', value: '' },
      { key: 'a', value: '1' },
    ],
  })
  const tags = [{ key: 'x' }, { key: 'x' }]
  expect((await refusal(create({ tags }))).code).toBe('Duplicated.TagKey')
})

test('a dry run checks all and makes nothing, a token makes one', async () => {
  expect(await refusal(create({ dryRun: true }))).toMatchObject({
    code: 'DryRunOperation',
    statusCode: 400,
  })
  expect((await refusal(create({ dryRun: true, localSubnet: 'x' }))).code).toBe(
    'IllegalParam.LocalSubnet',
  )
  expect(emulator.emulator.state.connections.size).toBe(0)
  const first = await create({ clientToken: 't' })
  expect((await create({ clientToken: 't' })).body?.vpnConnectionId).toBe(
    first.body?.vpnConnectionId,
  )
  expect((await refusal(create({ clientToken: 't', name: 'x' }))).code).toBe(
    'IdempotentParameterMismatch',
  )
  expect(emulator.emulator.state.connections.size).toBe(1)
})

test("the quota holds, and another account's gateway is refused", async () => {
  emulator.emulator.state.settings.put({ id: 'quota/connectionsPerRegion', value: 1 })
  await create({})
  expect((await refusal(create({}))).code).toBe('Resource.QuotaFull')
  const foreign = emulator.partner.vpc.createVpnAttachment(
    new CreateVpnAttachmentRequest({
      regionId,
      customerGatewayId,
      localSubnet: '0.0.0.0/0',
      remoteSubnet: '0.0.0.0/0',
    }),
  )
  expect((await refusal(foreign)).code).toBe('Forbidden')
})

test.each(['Appliance.Configuring', 'VpnGateway.Configuring', 'VpnTask.CONFLICT', 'TaskConflict'])(
  'a fault answers %s and the retry succeeds',
  async (code) => {
    emulator.fault({ fault: 'blocking', code, actions: ['CreateVpnAttachment'], count: 1 })
    expect((await refusal(create({}))).code).toBe(code)
    expect((await create({})).body?.success).toBe(true)
  },
)

test('a connection is deleted when it is free, and not before', async () => {
  const { vpc } = emulator.main
  const tr = await router(emulator)
  const vpnConnectionId = await connection(emulator, { customerGatewayId })
  const which = new DeleteVpnAttachmentRequest({ regionId, vpnConnectionId })
  expect((await refusal(emulator.partner.vpc.deleteVpnAttachment(which))).code).toBe('Forbidden')
  emulator.advance(5)
  await emulator.main.vpc.modifyVpnAttachmentAttribute(
    new ModifyVpnAttachmentAttributeRequest({ regionId, vpnConnectionId, name: 'new' }),
  )
  expect((await refusal(vpc.deleteVpnAttachment(which))).code).toBe('VpnGateway.Configuring')
  emulator.advance(5)
  const attachment = await attach(emulator, tr, vpnConnectionId)
  expect((await refusal(vpc.deleteVpnAttachment(which))).code).toBe('VpnConnection.Attached')
  await emulator.main.cbn('DeleteTransitRouterVpnAttachment', {
    TransitRouterAttachmentId: attachment,
  })
  emulator.advance(10)
  expect((await vpc.deleteVpnAttachment(which)).body).toMatchObject({ code: '200', success: true })
  const gone = vpc.describeVpnConnection(
    new DescribeVpnConnectionRequest({ regionId, vpnConnectionId }),
  )
  expect(await refusal(gone)).toMatchObject({
    code: 'InvalidVpnConnectionInstanceId.NotFound',
    statusCode: 404,
  })
  expect((await refusal(vpc.deleteVpnAttachment(which))).code).toBe(
    'InvalidVpnConnectionInstanceId.NotFound',
  )
})

test('a region that makes dual-tunnel connections only refuses a single tunnel', async () => {
  const single = () => create({ name: 'one' })
  await emulator.control('/regions', { region: regionId, singleTunnel: false })
  expect(await refusal(single())).toMatchObject({
    code: 'VpnConnection.InvalidCreateTunnelOptions',
    statusCode: 400,
  })
  await create({ tunnelOptionsSpecification: twoTunnels(customerGatewayId) })
  await emulator.control('/regions', { region: regionId, singleTunnel: true })
  await single()

  const sample = await start({ world: 'sample' })
  const london = { RegionId: 'eu-west-1' }
  const { CustomerGatewayId } = await sample.main.vpcCall('CreateCustomerGateway', {
    ...london,
    IpAddress: '203.0.113.9',
  })
  const here = sample.main.vpcCall('CreateVpnAttachment', {
    ...london,
    CustomerGatewayId: String(CustomerGatewayId),
    LocalSubnet: '0.0.0.0/0',
    RemoteSubnet: '0.0.0.0/0',
  })
  expect((await refusal(here)).code).toBe('VpnConnection.InvalidCreateTunnelOptions')
  await sample.close()
})
