import { expect, test } from 'vitest'

import { connectionDefaults } from '@/lib/attach-form/defaults'
import { planOf } from '@/lib/attach-form/plan'
import { preflightOf, sectionOf } from '@/lib/attach-form/preflight'
import { cleanForm, FACTS } from '@/lib/attach-form/rule-world'
import { effectiveIds } from '@/lib/connection-form/effective-ids'
import { forTheOtherEnd, peerBgpIp } from '@/lib/connection-form/peer'
import { healthCheckRoute } from '@/lib/connection-form/rules/health-check'
import {
  advancedSummary,
  basicSummary,
  bgpSummary,
  duration,
  encryptionSummary,
  healthCheckSummary,
} from '@/lib/connection-form/summary'

test('a closed section shows its values', () => {
  const values = cleanForm()
  const { connection } = values
  expect(basicSummary(values, FACTS)).toEqual(['munich', { key: 'destination' }])
  expect(encryptionSummary(connection)).toEqual([
    ['ikev2', 'aes256', 'sha256', 'group14', { key: 'hours', values: { count: 24 } }],
    [
      'aes256',
      'sha256',
      { key: 'pfs', values: { group: 'group14' } },
      { key: 'hours', values: { count: 24 } },
      { key: 'dpd' },
      { key: 'natTraversal' },
    ],
  ])
  expect(bgpSummary(connection)).toEqual([{ key: 'off' }])
  expect(healthCheckSummary(connection)).toEqual([{ key: 'off' }])
  expect(advancedSummary(values.advanced)).toHaveLength(3)
  connection.enableBgp = true
  expect(bgpSummary(connection)).toEqual(['169.254.30.0/30', 'AS 65000'])
})

test.each([
  ['86400', { key: 'hours', values: { count: 24 } }],
  ['5400', { key: 'minutes', values: { count: 90 } }],
  ['90', { key: 'seconds', values: { count: 90 } }],
  ['0', { key: 'seconds', values: { count: 0 } }],
  ['1e3', '1e3'],
])('a lifetime of %s is shown as it is best read', (seconds, shown) => {
  expect(duration(seconds)).toEqual(shown)
})

const stepsOf = (values: ReturnType<typeof cleanForm>) =>
  planOf(values, FACTS).map(({ step, skipped }) => (skipped ? `no ${step}` : step))

test('the plan follows the form', () => {
  const values = cleanForm()
  expect(stepsOf(values)).toEqual(['create', 'attach', 'associate', 'propagate'])
  values.resource = { kind: 'select', vpnId: 'vco-free' }
  values.advanced.associateDefaultTable = false
  expect(stepsOf(values)).toEqual(['attach', 'no associate', 'propagate'])
})

test('the list before OK tells of the router, then counts problems by section', () => {
  const found = [
    { path: 'connection.tunnels.0.bgp.localAsn', severity: 'error' },
    { path: 'connection.tunnels.0.bgp.localAsn', severity: 'error' },
    { path: 'connection.tunnels.0.ike.ikePfs', severity: 'warning', rule: 'crypto.weak' },
    { path: 'transitRouterId', severity: 'warning', rule: 'router.quota' },
  ] as const
  expect(preflightOf(cleanForm(), { ...FACTS, vpnAttachments: 0 }, found)).toEqual([
    { status: 'ok', key: 'quota', values: { count: 0, quota: 50 } },
    { status: 'ok', key: 'cidr', values: { block: '10.200.0.0/24' } },
    { status: 'warning', key: 'firstPolicy' },
    {
      status: 'error',
      key: 'problems',
      values: { count: 1 },
      section: 'bgp',
      path: 'connection.tunnels.0.bgp.localAsn',
    },
    {
      status: 'warning',
      key: 'advice',
      values: { count: 1 },
      section: 'encryption',
      path: 'connection.tunnels.0.ike.ikePfs',
    },
  ])
})

test.each([
  ['connection.tunnels.1.bgp.tunnelCidr', 'bgp'],
  ['connection.tunnels.0.ike.ikeLifetime', 'encryption'],
  ['connection.tunnels.0.enableDpd', 'encryption'],
  ['connection.tunnels.0.psk', 'basic'],
  ['connection.tunnels.0.customerGatewayId', 'basic'],
  ['connection.localSubnet', 'basic'],
  ['connection.healthCheck.dip', 'healthCheck'],
  ['advanced.associateDefaultTable', 'advanced'],
  ['tag.0.key', 'basic'],
])('%s lies in %s', (path, section) => {
  expect(sectionOf(path)).toBe(section)
})

test('what the other end needs is mirrored', () => {
  const { connection } = cleanForm()
  Object.assign(connection, {
    enableBgp: true,
    routingMode: 'flow',
    localSubnet: '10.1.0.0/16',
    remoteSubnet: '192.168.0.0/24',
  })
  Object.assign(connection.healthCheck, { enable: true, dip: '192.168.0.1', sip: '10.1.0.1' })
  connection.tunnels[0].ike.localId = 'cloud.example.com'
  const { tunnels, shared } = forTheOtherEnd(connection, FACTS)
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
  const { connection } = cleanForm()
  connection.tunnels[0].psk = 'Hk3sA8dK2mPq7XzL'
  expect(JSON.stringify(forTheOtherEnd(connection, FACTS))).not.toContain('Hk3sA8dK2mPq7XzL')
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
  const [tunnel] = cleanForm().connection.tunnels
  expect(effectiveIds(tunnel, FACTS)).toEqual({ localId: undefined, remoteId: '203.0.113.20' })
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
