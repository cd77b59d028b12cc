import { expect, test } from 'vitest'

import type { IpsecConnectionSettings, NewTunnel } from '@/lib/ipsec-connections/schema'
import { settingsRequest } from '@/lib/ipsec-connections/settings'

const tunnel: NewTunnel = {
  customerGatewayId: 'cgw-1',
  psk: 'k"ey',
  ike: {
    ikeVersion: 'ikev2',
    ikeMode: 'main',
    ikeEncAlg: 'aes',
    ikeAuthAlg: 'sha1',
    ikePfs: 'group2',
    ikeLifetime: 86_400,
    localId: '',
    remoteId: '203.0.113.9',
  },
  ipsec: { ipsecEncAlg: 'aes', ipsecAuthAlg: 'sha1', ipsecPfs: 'group2', ipsecLifetime: 86_400 },
  enableDpd: true,
  enableNatTraversal: false,
  bgp: { localAsn: 45_104, tunnelCidr: '169.254.11.0/30', localBgpIp: '169.254.11.1' },
}
const settings: IpsecConnectionSettings = {
  regionId: 'eu-central-1',
  name: '',
  networkType: 'public',
  localSubnet: ['10.0.0.0/16', '10.1.0.0/16'],
  remoteSubnet: ['192.168.0.0/16'],
  effectImmediately: false,
  autoConfigRoute: true,
  enableBgp: true,
  tunnels: [tunnel],
  healthCheck: {
    enable: true,
    dip: '192.168.1.1',
    sip: '10.0.0.1',
    interval: 3,
    retry: 3,
    policy: 'revoke_route',
  },
}

test('one tunnel travels as JSON texts with the keys the API wants', () => {
  const request = settingsRequest(settings)
  expect(request).toMatchObject({
    name: undefined,
    localSubnet: '10.0.0.0/16,10.1.0.0/16',
    customerGatewayId: 'cgw-1',
    enableDpd: true,
    enableNatTraversal: false,
  })
  expect(request).not.toHaveProperty('tunnelOptionsSpecification')
  const texts: Record<string, unknown> = { ...request }
  const parsed = (name: string) => JSON.parse(String(texts[name])) as object
  expect(parsed('ikeConfig')).toEqual({
    IkeVersion: 'ikev2',
    IkeMode: 'main',
    IkeEncAlg: 'aes',
    IkeAuthAlg: 'sha1',
    IkePfs: 'group2',
    IkeLifetime: 86_400,
    RemoteId: '203.0.113.9',
    Psk: 'k"ey',
  })
  expect(Object.keys(parsed('ipsecConfig'))).toEqual([
    'IpsecEncAlg',
    'IpsecAuthAlg',
    'IpsecPfs',
    'IpsecLifetime',
  ])
  expect(parsed('bgpConfig')).toEqual({
    EnableBgp: true,
    LocalAsn: 45_104,
    LocalBgpIp: '169.254.11.1',
    TunnelCidr: '169.254.11.0/30',
  })
  expect(Object.keys(parsed('healthCheckConfig'))).toEqual([
    'enable',
    'dip',
    'sip',
    'interval',
    'retry',
    'Policy',
  ])
})

test('what is off is said to be off', () => {
  const { healthCheck: _, ...rest } = settings
  expect(settingsRequest({ ...rest, enableBgp: false })).toMatchObject({
    bgpConfig: '{"EnableBgp":false}',
    healthCheckConfig: '{"enable":false}',
  })
})

test('two tunnels travel as a list and nothing else', () => {
  const { psk: _, ...generated } = tunnel
  const request = settingsRequest({ ...settings, tunnels: [tunnel, generated] })
  expect(Object.keys(request).toSorted()).toEqual([
    'autoConfigRoute',
    'effectImmediately',
    'enableTunnelsBgp',
    'localSubnet',
    'name',
    'networkType',
    'regionId',
    'remoteSubnet',
    'tunnelOptionsSpecification',
  ])
  expect(request).toMatchObject({
    enableTunnelsBgp: true,
    tunnelOptionsSpecification: [
      { tunnelIndex: 1, tunnelIkeConfig: { psk: 'k"ey' }, tunnelBgpConfig: tunnel.bgp },
      { tunnelIndex: 2, customerGatewayId: 'cgw-1' },
    ],
  })
  const [, second] = request.tunnelOptionsSpecification ?? []
  expect(second?.tunnelIkeConfig).not.toHaveProperty('psk')
})
