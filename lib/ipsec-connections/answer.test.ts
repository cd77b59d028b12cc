import { expect, test } from 'vitest'

import { toProperties } from '@/lib/cloud/wire'
import { ipsecConnection, preSharedKeys } from '@/lib/ipsec-connections/answer'

const ike = {
  Psk: 'c4nary-one',
  IkeVersion: 'ikev2',
  IkeMode: 'main',
  IkeEncAlg: 'aes256',
  IkeAuthAlg: 'sha256',
  IkePfs: 'group14',
  IkeLifetime: 86_400,
  LocalId: '198.51.100.1',
  RemoteId: '203.0.113.9',
}
const ipsec = {
  IpsecEncAlg: 'aes',
  IpsecAuthAlg: 'sha1',
  IpsecPfs: 'disabled',
  IpsecLifetime: '3600',
}
const single = {
  VpnConnectionId: 'vco-1',
  Name: 'hq',
  AttachType: 'CEN',
  AttachInstanceId: 'cen-1',
  TransitRouterId: 'tr-1',
  State: 'attached',
  Status: 'some_new_status',
  NetworkType: 'public',
  LocalSubnet: '10.0.0.0/16,10.1.0.0/16',
  RemoteSubnet: '0.0.0.0/0',
  EffectImmediately: false,
  CreateTime: 1_658_201_810_000,
  CustomerGatewayId: 'cgw-1',
  InternetIp: '198.51.100.1',
  ZoneNo: 'eu-central-1a',
  EnableDpd: true,
  EnableNatTraversal: true,
  IkeConfig: ike,
  IpsecConfig: ipsec,
  VpnBgpConfig: {
    EnableBgp: 'true',
    LocalAsn: 45_104,
    LocalBgpIp: '169.254.11.1',
    TunnelCidr: '169.254.11.0/30',
    PeerAsn: '65001',
    PeerBgpIp: '169.254.11.2',
    Status: 'success',
    AuthKey: 'c4nary-two',
  },
  VcoHealthCheck: { Enable: 'true', Dip: '192.168.1.1', Sip: '10.1.1.1', Interval: 3, Retry: 3 },
  Tags: { Tag: [{ Key: 'env', Value: '' }] },
}
const read = (answer: object) => ipsecConnection('eu-central-1').parse(toProperties(answer))

test('reads a single-tunnel connection as one with one tunnel', () => {
  const connection = read(single)
  expect(connection).toMatchObject({
    regionId: 'eu-central-1',
    status: 'some_new_status',
    localSubnet: ['10.0.0.0/16', '10.1.0.0/16'],
    enableBgp: true,
    createTime: '2022-07-19T03:36:50.000Z',
    tags: [{ key: 'env', value: '' }],
    healthCheck: { enable: true, dip: '192.168.1.1', policy: '' },
  })
  expect(connection.tunnels).toMatchObject([
    {
      tunnelIndex: 1,
      internetIp: '198.51.100.1',
      zoneNo: 'eu-central-1a',
      ike: { ikeEncAlg: 'aes256', ikeLifetime: 86_400 },
      ipsec: { ipsecPfs: 'disabled', ipsecLifetime: 3600 },
      bgp: { localAsn: 45_104, peerAsn: 65_001, status: 'success' },
    },
  ])
})

test('reads a dual-tunnel connection with its booleans and numbers spelled as texts', () => {
  const tunnel = (index: number) => ({
    TunnelId: `tun-${index}`,
    TunnelIndex: index,
    Role: 'master',
    State: 'active',
    Status: 'ipsec_sa_established',
    InternetIp: `198.51.100.${index}`,
    CustomerGatewayId: `cgw-${index}`,
    EnableDpd: 'true',
    EnableNatTraversal: 'false',
    TunnelIkeConfig: { ...ike, IkeLifetime: '86400' },
    TunnelIpsecConfig: ipsec,
    TunnelBgpConfig: {
      LocalAsn: '45104',
      TunnelCidr: `169.254.${index}0.0/30`,
      BgpStatus: 'false',
    },
  })
  const connection = read({
    VpnConnectionId: 'vco-2',
    EnableTunnelsBgp: true,
    Tag: { Tag: [{ Key: 'a', Value: 'b' }] },
    TunnelOptionsSpecification: { TunnelOptions: [tunnel(2), tunnel(1)] },
    VcoHealthCheck: {},
  })
  expect(connection.tunnels.map(({ tunnelId }) => tunnelId)).toEqual(['tun-1', 'tun-2'])
  expect(connection.tunnels[0]).toMatchObject({
    enableDpd: true,
    enableNatTraversal: false,
    ike: { ikeLifetime: 86_400 },
    bgp: { localAsn: 45_104, status: 'false' },
  })
  expect(connection).toMatchObject({ enableBgp: true, tags: [{ key: 'a', value: 'b' }] })
  expect(connection.healthCheck).toBeUndefined()
})

test('a connection without BGP, health check or attachment has none of them', () => {
  const connection = read({
    VpnConnectionId: 'vco-3',
    AttachType: 'NO_ASSOCIATED',
    VpnBgpConfig: { EnableBgp: 'false', TunnelCidr: '169.254.9.0/30' },
    TunnelOptionsSpecification: { TunnelOptions: [] },
  })
  expect(connection.enableBgp).toBe(false)
  expect(connection.healthCheck).toBeUndefined()
  expect(connection.tunnels).toHaveLength(1)
  expect(connection.tunnels[0]).not.toHaveProperty('bgp')
})

test('drops every key, which only the reveal reads', () => {
  expect(JSON.stringify(read(single))).not.toContain('c4nary')
  expect(preSharedKeys.parse(toProperties(single))).toEqual([{ tunnelIndex: 1, psk: 'c4nary-one' }])
  const dual = {
    TunnelOptionsSpecification: {
      TunnelOptions: [{ TunnelIndex: 2, TunnelIkeConfig: ike }],
    },
  }
  expect(JSON.stringify(read(dual))).not.toContain('c4nary')
  expect(preSharedKeys.parse(toProperties(dual))).toEqual([{ tunnelIndex: 2, psk: 'c4nary-one' }])
})
