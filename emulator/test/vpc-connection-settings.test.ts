import { CreateVpnAttachmentRequest } from '@alicloud/vpc20160428'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { refusal, type Running, start } from './start'
import { type Fields, gateway, regionId, twoTunnels } from './vpc-fixtures'

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

test.each<[string, Fields<CreateVpnAttachmentRequest>, string]>([
  ['no customer gateway', { customerGatewayId: undefined }, 'MissingParameter'],
  [
    'an unknown customer gateway',
    { customerGatewayId: 'cgw-x' },
    'InvalidCustomerGatewayInstanceId.NotFound',
  ],
  ['no local block', { localSubnet: undefined }, 'MissingParameter'],
  ['no remote block', { remoteSubnet: undefined }, 'MissingParameter'],
  ['a local block with host bits', { localSubnet: '10.0.0.1/8' }, 'IllegalParam.LocalSubnet'],
  [
    'a local block with a space',
    { localSubnet: '10.0.0.0/8, 11.0.0.0/8' },
    'IllegalParam.LocalSubnet',
  ],
  ['a remote block without mask', { remoteSubnet: '10.0.0.0' }, 'IllegalParam.RemoteSubnet'],
  [
    'six remote blocks',
    { remoteSubnet: [1, 2, 3, 4, 5, 6].map((n) => `10.${n}.0.0/16`).join(',') },
    'IllegalParam.RemoteSubnet',
  ],
  [
    'a remote block twice',
    { remoteSubnet: '10.1.0.0/16,10.1.0.0/16' },
    'IllegalParam.RemoteSubnet',
  ],
  ['an empty name', { name: '' }, 'InvalidName'],
  ['a name that is a link', { name: 'http://x' }, 'InvalidName'],
  ['a network type of its own', { networkType: 'Public' }, 'InvalidParameter'],
  ['a bandwidth of its own', { tunnelBandwidth: 'standard' }, 'InvalidParameter'],
  ['an unknown region', { regionId: 'mars-1' }, 'InvalidRegionId.NotFound'],
  ['a reserved tag key', { tags: [{ key: 'aliyun-x' }] }, 'InvalidParameter.TagKey'],
  [
    'a tag value too long',
    { tags: [{ key: 'k', value: 'x'.repeat(129) }] },
    'InvalidParameter.TagValue',
  ],
  ['IkeConfig that is no JSON', { ikeConfig: '{"Psk":' }, 'IllegalParam.IkeConfig'],
  ['IkeConfig that is no object', { ikeConfig: '["x"]' }, 'IllegalParam.IkeConfig'],
  ['a key with a space', { ikeConfig: '{"Psk":"a b"}' }, 'IllegalParam.IkeConfig'],
  ['a key with a backslash', { ikeConfig: '{"Psk":"a\\\\b"}' }, 'IllegalParam.IkeConfig'],
  ['a key beyond ASCII', { ikeConfig: '{"Psk":"schlüssel"}' }, 'IllegalParam.IkeConfig'],
  [
    'a key of 101 characters',
    { ikeConfig: JSON.stringify({ Psk: 'k'.repeat(101) }) },
    'IllegalParam.IkeConfig',
  ],
  ['an IKE version 3', { ikeConfig: '{"IkeVersion":"ikev3"}' }, 'IllegalParam.IkeConfig'],
  ['a GCM cipher', { ikeConfig: '{"IkeEncAlg":"aes256gcm16"}' }, 'IllegalParam.IkeConfig'],
  ['DH group 24', { ikeConfig: '{"IkePfs":"group24"}' }, 'IllegalParam.IkeConfig'],
  ['phase 1 without DH', { ikeConfig: '{"IkePfs":"disabled"}' }, 'IllegalParam.IkeConfig'],
  ['a lifetime beyond a day', { ikeConfig: '{"IkeLifetime":86401}' }, 'IllegalParam.IkeConfig'],
  ['a negative lifetime', { ipsecConfig: '{"IpsecLifetime":-1}' }, 'IllegalParam.IpsecConfig'],
  ['an identity with a space', { ikeConfig: '{"RemoteId":"a b"}' }, 'IllegalParam.IkeConfig'],
  ['a cipher of SM', { ipsecConfig: '{"IpsecEncAlg":"sm4"}' }, 'IllegalParam.IpsecConfig'],
  ['BGP without addresses', { bgpConfig: '{"EnableBgp":true}' }, 'IllegalParam.BgpConfig'],
  ['an ASN of 0', { bgpConfig: '{"LocalAsn":0}' }, 'IllegalParam.BgpConfig'],
  [
    'a health check without addresses',
    { healthCheckConfig: '{"enable":true}' },
    'IllegalParam.HealthCheckConfig',
  ],
  [
    'a health check of a name',
    { healthCheckConfig: '{"dip":"hq"}' },
    'IllegalParam.HealthCheckConfig',
  ],
  [
    'a policy of its own',
    { healthCheckConfig: '{"Policy":"drop"}' },
    'IllegalParam.HealthCheckConfig',
  ],
  ['an interval of 0', { healthCheckConfig: '{"interval":0}' }, 'IllegalParam.HealthCheckConfig'],
])('refuses a connection with %s', async (_, fields, code) => {
  const error = await refusal(create(fields))
  expect(error.code).toBe(code)
  expect(error.message).not.toMatch(/schlüssel|a b/)
})

const reserved = [0, 1, 2, 3, 4, 5, 6].map((third) => `169.254.${third}.0/30`)
test.each<readonly [string, string]>([
  ...[
    ...reserved,
    '169.254.169.252/30',
    '169.253.11.0/30',
    '169.254.11.0/29',
    '169.254.11.1/30',
  ].map((tunnelCidr) => [tunnelCidr, tunnelCidr.replace(/\d+\/\d+$/, '1')] as const),
  // Network, broadcast and a stranger's address.
  ['169.254.11.0/30', '169.254.11.0'],
  ['169.254.11.0/30', '169.254.11.3'],
  ['169.254.11.0/30', '169.254.11.5'],
  ['', '169.254.11.1'],
])('refuses a tunnel block %s with the address %s', async (TunnelCidr, LocalBgpIp) => {
  const bgpConfig = JSON.stringify({ EnableBgp: true, TunnelCidr, LocalBgpIp })
  expect((await refusal(create({ bgpConfig }))).code).toBe('IllegalParam.BgpConfig')
})

test('BGP needs a customer gateway that has an ASN', async () => {
  const silent = await gateway(emulator, '203.0.113.10')
  const bgpConfig = '{"EnableBgp":true,"TunnelCidr":"169.254.11.0/30","LocalBgpIp":"169.254.11.1"}'
  const refused = await refusal(create({ bgpConfig, customerGatewayId: silent }))
  expect(refused.code).toBe('IllegalParam.BgpConfig')
  expect((await create({ bgpConfig })).body?.success).toBe(true)
})

test('two tunnels are exactly two, apart in number and block, each with a gateway', async () => {
  const [first, second] = twoTunnels(customerGatewayId, true)
  const tunnels = (...tunnelOptionsSpecification: object[]) =>
    refusal(create({ tunnelOptionsSpecification })).then(({ code }) => code)
  expect(await tunnels({ ...first })).toBe('InvalidParameter')
  expect(await tunnels({ ...first }, { ...second }, { ...second })).toBe('InvalidParameter')
  expect(await tunnels({ ...first }, { ...second, tunnelIndex: 1 })).toBe('InvalidParameter')
  expect(await tunnels({ ...first }, { ...second, tunnelIndex: 3 })).toBe('InvalidParameter')
  expect(await tunnels({ ...first }, { ...second, customerGatewayId: undefined })).toBe(
    'MissingParameter',
  )
  expect(await tunnels({ ...first }, { ...second, tunnelBgpConfig: first?.tunnelBgpConfig })).toBe(
    'IllegalParam.BgpConfig',
  )
  expect(await tunnels({ ...first }, { ...second, tunnelIkeConfig: { ikePfs: 'group15' } })).toBe(
    'IllegalParam.IkeConfig',
  )
  expect(
    await tunnels({ ...first }, { ...second, tunnelIpsecConfig: { ipsecAuthAlg: 'sha3' } }),
  ).toBe('IllegalParam.IpsecConfig')
  const withoutBgp = twoTunnels(customerGatewayId)
  const enabled = create({ tunnelOptionsSpecification: withoutBgp, enableTunnelsBgp: true })
  expect((await refusal(enabled)).code).toBe('IllegalParam.BgpConfig')
})
