import { expect, test } from 'vitest'

import { effectiveIds, forTheOtherEnd, peerBgpIp } from '@/lib/connection-form/peer'
import { healthCheckRoute } from '@/lib/connection-form/rules/health-check'
import { encryptionSummary } from '@/lib/connection-form/summary'
import { cleanConnection, KNOWN } from '@/lib/connection-form/test/known'
import { connectionDefaults } from '@/lib/connection-form/values'

test.each([
  ['86400', { seconds: 86_400 }],
  ['0', { seconds: 0 }],
  ['1e3', '1e3'],
])('a lifetime of %s is a length of time if it is a number', (typed, shown) => {
  const connection = cleanConnection()
  connection.tunnels[0].ike.ikeLifetime = typed
  expect(encryptionSummary(connection)[0]?.at(-1)).toEqual(shown)
})

test('what the other end needs is mirrored', () => {
  const connection = cleanConnection()
  Object.assign(connection, {
    enableBgp: true,
    routingMode: 'flow',
    localSubnet: '10.1.0.0/16',
    remoteSubnet: '192.168.0.0/24',
  })
  Object.assign(connection.healthCheck, { enable: true, dip: '192.168.0.1', sip: '10.1.0.1' })
  connection.tunnels[0].ike.localId = 'cloud.example.com'
  const { tunnels, shared } = forTheOtherEnd(connection, KNOWN)
  expect(tunnels).toHaveLength(1)
  expect(
    Object.fromEntries(tunnels[0]?.map(({ label, value }) => [label, value]) ?? []),
  ).toMatchObject({
    localId: ['203.0.113.20'],
    remoteId: ['cloud.example.com'],
    psk: [{ key: 'pskGenerated' }],
    ike: ['ikev2', 'aes256', 'sha256', 'group14', '86400 s'],
    tunnelAddress: ['169.254.30.2/30'],
    neighbor: [{ key: 'neighborValue', values: { address: '169.254.30.1', asn: '65000' } }],
    asn: ['65010'],
  })
  expect(shared).toEqual([
    {
      label: 'selectors',
      value: [{ key: 'pair', values: { local: '192.168.0.0/24', remote: '10.1.0.0/16' } }],
    },
    {
      label: 'healthRoute',
      value: [{ key: 'healthRouteValue', values: { route: '10.1.0.1/32' } }],
    },
    { label: 'initiator', value: [{ key: 'initiateDevice' }] },
  ])
})

test('never tells the other end the key itself', () => {
  const connection = cleanConnection()
  connection.tunnels[0].psk = 'Hk3sA8dK2mPq7XzL'
  expect(JSON.stringify(forTheOtherEnd(connection, KNOWN))).not.toContain('Hk3sA8dK2mPq7XzL')
})

test.each([
  ['169.254.30.0/30', '169.254.30.1', '169.254.30.2'],
  ['169.254.30.0/30', '169.254.30.2', '169.254.30.1'],
  ['169.254.30.0/30', '169.254.30.3', undefined],
  ['169.254.30.0/29', '169.254.30.1', undefined],
  ['', '169.254.30.1', undefined],
])('in %s the peer of %s is %s', (tunnelCidr, localBgpIp, peer) => {
  expect(peerBgpIp({ tunnelCidr, localBgpIp, localAsn: '' })).toBe(peer)
})

test('empty identifiers become the gateway addresses, ours only once attached', () => {
  const [tunnel] = cleanConnection().tunnels
  expect(effectiveIds(tunnel, KNOWN)).toEqual({ localId: undefined, remoteId: '203.0.113.20' })
})

test('there is a health check route only while there is a health check', () => {
  const connection = connectionDefaults()
  connection.healthCheck.sip = '10.1.0.1'
  expect(healthCheckRoute(connection)).toBeUndefined()
  connection.healthCheck.enable = true
  expect(healthCheckRoute(connection)).toBe('10.1.0.1/32')
  connection.tunnelMode = 'dual'
  expect(healthCheckRoute(connection)).toBeUndefined()
})
