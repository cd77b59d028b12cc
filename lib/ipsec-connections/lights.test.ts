import { expect, test } from 'vitest'

import { lightsOf } from '@/lib/ipsec-connections/lights'
import type { IpsecConnection, Tunnel } from '@/lib/ipsec-connections/schema'

const tunnel = (status: string, bgp?: string): Tunnel => ({
  tunnelIndex: 1,
  status,
  internetIp: '47.254.130.18',
  customerGatewayId: 'cgw-1',
  ike: {
    ikeVersion: 'ikev2',
    ikeMode: 'main',
    ikeEncAlg: 'aes256',
    ikeAuthAlg: 'sha256',
    ikePfs: 'group14',
    ikeLifetime: 86400,
    localId: '',
    remoteId: '',
  },
  ipsec: {
    ipsecEncAlg: 'aes256',
    ipsecAuthAlg: 'sha256',
    ipsecPfs: 'group14',
    ipsecLifetime: 86400,
  },
  enableDpd: true,
  enableNatTraversal: true,
  ...(bgp !== undefined && {
    bgp: {
      localAsn: 45104,
      localBgpIp: '169.254.11.1',
      tunnelCidr: '169.254.11.0/30',
      status: bgp,
    },
  }),
})

const connection = (tunnels: Tunnel[], rest: Partial<IpsecConnection> = {}): IpsecConnection => ({
  vpnConnectionId: 'vco-1',
  regionId: 'eu-central-1',
  name: '',
  attachType: 'CEN',
  attachInstanceId: 'cen-1',
  transitRouterId: 'tr-1',
  transitRouterName: '',
  state: 'attached',
  status: '',
  networkType: 'public',
  localSubnet: [],
  remoteSubnet: [],
  effectImmediately: false,
  enableBgp: tunnels.some(({ bgp }) => bgp),
  crossAccountAuthorized: false,
  tunnelBandwidth: '',
  resourceGroupId: '',
  createTime: '',
  tags: [],
  tunnels,
  ...rest,
})

const words = (given: IpsecConnection) => {
  const { ike, ipsec, bgp, healthCheck } = lightsOf(given)
  return [ike.word, ipsec.word, bgp.word, healthCheck.word]
}

test.each([
  ['ike_sa_not_established', ['down', 'down']],
  ['ike_sa_established', ['established', 'down']],
  ['ipsec_sa_not_established', ['established', 'down']],
  ['ipsec_sa_established', ['established', 'established']],
  ['', ['down', 'down']],
])('status %j shows IKE and IPsec as %j', (status, expected) => {
  expect(words(connection([tunnel(status)])).slice(0, 2)).toEqual(expected)
})

test('of two tunnels with one down the lights say so', () => {
  const { ipsec } = lightsOf(
    connection([tunnel('ipsec_sa_established'), tunnel('ike_sa_not_established')]),
  )
  expect(ipsec).toMatchObject({ word: 'some', up: 1, of: 2 })
})

test.each([
  ['success', 'up'],
  ['failed', 'down'],
  ['false', 'down'],
  ['', 'down'],
  ['idle', 'other'],
])('BGP status %j shows as %s', (status, expected) => {
  expect(words(connection([tunnel('ipsec_sa_established', status)]))[2]).toBe(expected)
})

test('without BGP and health check both lights are off', () => {
  expect(words(connection([tunnel('ipsec_sa_established')])).slice(2)).toEqual(['off', 'off'])
})

test('a connection that is not attached waits', () => {
  const free = connection([tunnel('ike_sa_not_established', 'failed')], {
    attachType: 'NO_ASSOCIATED',
  })
  expect(words(free).slice(0, 3)).toEqual(['waiting', 'waiting', 'waiting'])
})

test('the health check shows its state, and is not offered for two tunnels', () => {
  const check = { enable: true, dip: '', sip: '', interval: 3, retry: 3, policy: 'revoke_route' }
  const one = [tunnel('ipsec_sa_established')]
  const word = (status?: string) =>
    words(connection(one, { healthCheck: { ...check, ...(status && { status }) } }))[3]
  expect([word('success'), word('failed'), word()]).toEqual(['healthy', 'failing', 'waiting'])
  expect(words(connection([...one, ...one], { healthCheck: check }))[3]).toBe('unavailable')
})
