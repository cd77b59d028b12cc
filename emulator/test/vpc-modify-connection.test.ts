import {
  ModifyTunnelAttributeRequest,
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

const modify = (vpnConnectionId: string, fields: Fields<ModifyVpnAttachmentAttributeRequest>) =>
  emulator.main.vpc.modifyVpnAttachmentAttribute(
    new ModifyVpnAttachmentAttributeRequest({ regionId, vpnConnectionId, ...fields }),
  )

const modifyTunnel = (fields: Fields<ModifyTunnelAttributeRequest>) =>
  emulator.main.vpc.modifyTunnelAttribute(new ModifyTunnelAttributeRequest({ regionId, ...fields }))

test('what is given changes, the rest stays, and the answer has the key', async () => {
  const id = await connection(emulator, {
    customerGatewayId,
    name: 'old',
    ikeConfig: '{"Psk":"first-key","IkeVersion":"ikev2"}',
  })
  emulator.advance(5)
  const { body } = await modify(id, {
    name: 'new',
    ikeConfig: '{"IkeEncAlg":"aes256"}',
    healthCheckConfig: '{"Enable":"true","Dip":"192.168.1.1","Sip":"10.1.1.1"}',
    effectImmediately: true,
  })
  expect(body).toMatchObject({
    name: 'new',
    effectImmediately: true,
    ikeConfig: { psk: 'first-key', ikeVersion: 'ikev2', ikeEncAlg: 'aes256', ikeAuthAlg: 'md5' },
    vcoHealthCheck: { enable: 'true', dip: '192.168.1.1', sip: '10.1.1.1', interval: 3 },
    vpnBgpConfig: { enableBgp: 'false', localAsn: 45_104 },
  })
  expect((await shown(emulator, id))?.state).toBe('updating')
  emulator.advance(5)
  expect(await shown(emulator, id)).toMatchObject({ state: 'active', name: 'new' })
})

test('a bound connection returns to attached, and its protected flows follow the remote blocks', async () => {
  const tr = await router(emulator)
  const id = await connection(emulator, {
    customerGatewayId,
    localSubnet: '10.0.0.0/8',
    remoteSubnet: '192.168.1.0/24,192.168.2.0/24',
  })
  await attach(emulator, tr, id)
  const destinations = () =>
    emulator.emulator.state.vcoRoutes.all().map(({ RouteDest }) => RouteDest)
  expect(destinations()).toEqual(['192.168.1.0/24', '192.168.2.0/24'])
  await modify(id, { remoteSubnet: '192.168.2.0/24,192.168.3.0/24' })
  expect(destinations()).toEqual(['192.168.2.0/24', '192.168.3.0/24'])
  emulator.advance(5)
  expect((await shown(emulator, id))?.state).toBe('attached')

  emulator.emulator.state.settings.put({ id: 'quota/routesPerConnection', value: 2 })
  const refused = modify(id, { remoteSubnet: '192.168.2.0/24,192.168.3.0/24,192.168.4.0/24' })
  expect((await refusal(refused)).code).toBe('QuotaExceeded.PolicyBasedRoute')
  await modify(id, { autoConfigRoute: false })
  expect(destinations()).toEqual([])
})

test('changes of one connection are serial', async () => {
  const id = await connection(emulator, {
    tunnelOptionsSpecification: twoTunnels(customerGatewayId),
  })
  emulator.advance(5)
  const tunnelId = (await shown(emulator, id))?.tunnelOptionsSpecification?.tunnelOptions?.[0]
    ?.tunnelId
  await modify(id, { name: 'a' })
  expect((await refusal(modify(id, { name: 'b' }))).code).toBe('VpnConnection.Configuring')
  const tunnel = modifyTunnel({ vpnConnectionId: id, tunnelId: tunnelId ?? '' })
  expect((await refusal(tunnel)).code).toBe('VpnConnection.Configuring')
  emulator.advance(5)
  expect((await modify(id, { name: 'b' })).body?.name).toBe('b')
})

test('two tunnels change by their ids, answered as a flat list with real booleans and numbers', async () => {
  const id = await connection(emulator, {
    enableTunnelsBgp: true,
    tunnelOptionsSpecification: twoTunnels(customerGatewayId, true),
  })
  emulator.advance(5)
  const [, second] = (await shown(emulator, id))?.tunnelOptionsSpecification?.tunnelOptions ?? []
  const { body } = await modify(id, {
    tunnelOptionsSpecification: [
      {
        tunnelId: second?.tunnelId,
        enableDpd: false,
        tunnelIkeConfig: { psk: 'new-key' },
        tunnelBgpConfig: { localAsn: 64_999 },
      },
    ],
  })
  expect(body?.tunnelOptionsSpecification).toMatchObject([
    {
      tunnelIndex: 1,
      enableDpd: true,
      state: 'active',
      tunnelIkeConfig: { psk: 'key-of-tunnel-1' },
    },
    {
      tunnelIndex: 2,
      enableDpd: false,
      state: 'updating',
      tunnelIkeConfig: { psk: 'new-key', ikeLifetime: 86_400 },
      tunnelBgpConfig: { localAsn: 64_999, tunnelCidr: '169.254.12.0/30', peerAsn: 65_001 },
    },
  ])
  emulator.advance(5)
  const stranger = modify(id, { tunnelOptionsSpecification: [{ tunnelId: 'tun-x' }] })
  expect((await refusal(stranger)).code).toBe('InvalidParameter')
  const off = await modify(id, { enableTunnelsBgp: false })
  expect(off.body?.enableTunnelsBgp).toBe(false)
})

test('one tunnel changes by itself', async () => {
  const id = await connection(emulator, {
    enableTunnelsBgp: true,
    tunnelOptionsSpecification: twoTunnels(customerGatewayId, true),
  })
  emulator.advance(5)
  const other = await gateway(emulator, '203.0.113.10', '65002')
  const [first] = (await shown(emulator, id))?.tunnelOptionsSpecification?.tunnelOptions ?? []
  const which = { vpnConnectionId: id, tunnelId: first?.tunnelId ?? '' }
  const { body } = await modifyTunnel({
    ...which,
    regionId: undefined,
    tunnelOptionsSpecification: {
      customerGatewayId: other,
      enableNatTraversal: false,
      remoteCaCertificate: '-----BEGIN CERTIFICATE-----',
      tunnelIkeConfig: { ikeVersion: 'ikev1', psk: 'p&=1+' },
      tunnelIpsecConfig: { ipsecPfs: 'disabled' },
    },
  })
  expect(body).toMatchObject({
    tunnelId: first?.tunnelId,
    role: 'master',
    state: 'updating',
    customerGatewayId: other,
    enableDpd: true,
    enableNatTraversal: false,
    remoteCaCertificate: '-----BEGIN CERTIFICATE-----',
    tunnelIkeConfig: { ikeVersion: 'ikev1', psk: 'p&=1+', remoteId: '203.0.113.10' },
    tunnelIpsecConfig: { ipsecPfs: 'disabled' },
    tunnelBgpConfig: { enableBgp: true, localAsn: 64_600, peerAsn: 65_002 },
  })
  emulator.advance(5)
  const refused = (
    tunnelOptionsSpecification: Fields<ModifyTunnelAttributeRequest>['tunnelOptionsSpecification'],
  ) => refusal(modifyTunnel({ ...which, tunnelOptionsSpecification })).then(({ code }) => code)
  expect(await refused({ tunnelIkeConfig: { ikeEncAlg: 'rc4' } })).toBe('IllegalParam.IkeConfig')
  expect(await refused({ tunnelIpsecConfig: { ipsecLifetime: 86_401 } })).toBe(
    'IllegalParam.IpsecConfig',
  )
  expect(
    await refused({
      tunnelBgpConfig: { tunnelCidr: '169.254.12.0/30', localBgpIp: '169.254.12.1' },
    }),
  ).toBe('IllegalParam.BgpConfig')
  expect(await refused({ customerGatewayId: 'cgw-x' })).toBe(
    'InvalidCustomerGatewayInstanceId.NotFound',
  )
  const unknown = modifyTunnel({ vpnConnectionId: id, tunnelId: 'tun-x' })
  expect((await refusal(unknown)).code).toBe('InvalidParameter')
  const nowhere = modifyTunnel({ vpnConnectionId: 'vco-x', tunnelId: 'tun-x' })
  expect((await refusal(nowhere)).code).toBe('InvalidVpnConnectionInstanceId.NotFound')
  const partner = emulator.partner.vpc.modifyTunnelAttribute(
    new ModifyTunnelAttributeRequest(which),
  )
  expect((await refusal(partner)).code).toBe('Forbidden')
})

test.each<[string, Fields<ModifyVpnAttachmentAttributeRequest>, string]>([
  ['another network type', { networkType: 'private' }, 'InvalidParameter'],
  ['an empty name', { name: '' }, 'InvalidName'],
  ['a bad local block', { localSubnet: '10.0.0.0/33' }, 'IllegalParam.LocalSubnet'],
  ['a bad remote block', { remoteSubnet: '' }, 'IllegalParam.RemoteSubnet'],
  ['a bad phase 1', { ikeConfig: '{"IkeMode":"quick"}' }, 'IllegalParam.IkeConfig'],
  ['a bad phase 2', { ipsecConfig: '{"IpsecAuthAlg":"sm3"}' }, 'IllegalParam.IpsecConfig'],
  [
    'BGP half set',
    { bgpConfig: '{"EnableBgp":true,"TunnelCidr":"169.254.9.0/30"}' },
    'IllegalParam.BgpConfig',
  ],
  [
    'a health check half set',
    { healthCheckConfig: '{"enable":true,"dip":"10.1.1.1"}' },
    'IllegalParam.HealthCheckConfig',
  ],
  [
    'a gateway that is not there',
    { customerGatewayId: 'cgw-x' },
    'InvalidCustomerGatewayInstanceId.NotFound',
  ],
  ['another region', { regionId: 'cn-hangzhou' }, 'InvalidVpnConnectionInstanceId.NotFound'],
])('refuses a change with %s and changes nothing', async (_, fields, code) => {
  const id = await connection(emulator, { customerGatewayId })
  emulator.advance(5)
  await shown(emulator, id)
  const before = emulator.emulator.state.connections.get(id)
  expect((await refusal(modify(id, fields))).code).toBe(code)
  expect(emulator.emulator.state.connections.get(id)).toBe(before)
  expect((await modify(id, { networkType: 'public' })).body?.networkType).toBe('public')
})

test('a locked connection is not changed, another account changes none, a token changes once', async () => {
  const id = await connection(emulator, { customerGatewayId })
  emulator.advance(5)
  const request = new ModifyVpnAttachmentAttributeRequest({ regionId, vpnConnectionId: id })
  const foreign = emulator.partner.vpc.modifyVpnAttachmentAttribute(request)
  expect((await refusal(foreign)).code).toBe('Forbidden')
  await modify(id, { name: 'x', clientToken: 't' })
  // The connection is busy now; the repeated call gets the first answer nevertheless.
  expect((await modify(id, { name: 'x', clientToken: 't' })).body?.name).toBe('x')
  emulator.emulator.state.connections.patch(id, { State: 'financialLocked' })
  expect((await refusal(modify(id, { name: 'y' }))).code).toBe('VpnGateway.FinancialLocked')
})
