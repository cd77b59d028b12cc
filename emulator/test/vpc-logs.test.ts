import {
  DescribeVpnConnectionLogsRequest,
  DiagnoseVpnConnectionsRequest,
} from '@alicloud/vpc20160428'
import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Trouble, Tunnel } from '../state/vpn-records'
import { refusal, type Running, start } from './start'
import {
  attach,
  connection,
  type Fields,
  gateway,
  regionId,
  router,
  twoTunnels,
} from './vpc-fixtures'

let emulator: Running
let cgw: string
let tr: string
let vco: string
beforeEach(async () => {
  emulator = await start()
  cgw = await gateway(emulator, '203.0.113.9')
  tr = await router(emulator)
  vco = await connection(emulator, {
    customerGatewayId: cgw,
    ikeConfig: '{"Psk":"the-secret-key","IkeVersion":"ikev2"}',
  })
})
afterEach(() => emulator.close())

const logs = async (fields: Fields<DescribeVpnConnectionLogsRequest>) => {
  const request = new DescribeVpnConnectionLogsRequest({
    regionId,
    vpnConnectionId: vco,
    pageSize: 50,
    ...fields,
  })
  return (await emulator.main.vpc.describeVpnConnectionLogs(request)).body
}
const lines = async (fields: Fields<DescribeVpnConnectionLogsRequest> = { minutePeriod: 10 }) =>
  (await logs(fields))?.data?.logs ?? []
const diagnose = async (fields: Fields<DiagnoseVpnConnectionsRequest>) => {
  const request = new DiagnoseVpnConnectionsRequest({ regionId, ...fields })
  return (await emulator.main.vpc.diagnoseVpnConnections(request)).body
}

function become(id: string, change: Partial<Tunnel>): void {
  const { connections } = emulator.emulator.state
  const tunnels = connections.get(id)?.tunnels ?? []
  connections.patch(id, { tunnels: tunnels.map((tunnel) => ({ ...tunnel, ...change })) })
}

test('a free connection has no log and nothing to diagnose', async () => {
  expect(await lines()).toEqual([])
  expect((await diagnose({ vpnConnectionIds: [vco] }))?.vpnConnections).toMatchObject([
    { vpnConnectionId: vco, severity: 'Normal' },
  ])
})

const down = 'ike_sa_not_established'
test.each<[string, string, Trouble | undefined, RegExp, string]>([
  ['silence', down, undefined, /giving up after 5 retransmits/, 'Phase1NegotiationTimeout'],
  [
    'other algorithms',
    down,
    'ike-proposal',
    /received NO_PROPOSAL_CHOSEN notify error/,
    'AlgorithmMismatch',
  ],
  ['another key', down, 'psk', /received AUTHENTICATION_FAILED notify error/, 'PskMismatch'],
  ['a peer that left', down, 'dpd', /does not respond to DPD/, 'DpdTimeout'],
  [
    'other phase 2',
    'ipsec_sa_not_established',
    undefined,
    /NO_PROPOSAL_CHOSEN notify, no CHILD_SA built/,
    'EncryptionAlgorithmMismatch',
  ],
])('log and diagnosis tell of %s, and never the key', async (_, Status, trouble, words, code) => {
  await attach(emulator, tr, vco)
  become(vco, { Status, ...(trouble && { trouble }) })
  emulator.advance(400)
  const seen: string[] = []
  for (let pageNumber = 1; ; pageNumber += 1) {
    const page = await lines({ minutePeriod: 10, pageNumber })
    if (page.length === 0) break
    seen.push(...page)
  }
  expect(seen.join('\n')).toMatch(words)
  expect(seen.join('\n')).not.toContain('the-secret-key')
  expect([...seen].sort((a, b) => a.slice(0, 19).localeCompare(b.slice(0, 19)))).toEqual(seen)
  const [finding] = (await diagnose({ vpnConnectionIds: [vco] }))?.vpnConnections ?? []
  expect(finding).toMatchObject({ vpnConnectionId: vco, failedReasonCode: code })
  expect(seen).toContain(finding?.sourceLog)
  expect(finding?.failedTime).toBeLessThanOrEqual(emulator.emulator.clock.now())
  expect(finding?.severity).toMatch(/^(Critical|Warn)$/)
})

test('ikev1 has words of its own', async () => {
  await attach(emulator, tr, vco)
  const ike = emulator.emulator.state.connections.get(vco)?.tunnels[0]?.ike
  become(vco, { trouble: 'psk', ...(ike && { ike: { ...ike, IkeVersion: 'ikev1' } }) })
  emulator.advance(60)
  const text = (await lines()).join('\n')
  expect(text).toMatch(/initiating Main Mode IKE_SA/)
  expect(text).toMatch(/invalid HASH_V1 payload length, decryption failed/)
})

test('a tunnel that is up says how it came up and that the peer is alive, in the time of China', async () => {
  await attach(emulator, tr, vco)
  become(vco, { Status: 'ipsec_sa_established' })
  emulator.advance(120)
  const text = (await lines()).join('\n')
  expect(text).toMatch(/selected proposal: IKE:AES_CBC_128\/HMAC_MD5_96\/PRF_HMAC_MD5\/MODP_1024/)
  expect(text).toMatch(/CHILD_SA vco\{1\} established/)
  expect(text).toMatch(/sending DPD request/)
  // The clock of a test begins at midnight UTC.
  expect(text).toMatch(/^2026-01-01 08:00:\d\d vco-/)
  expect((await diagnose({ vpnConnectionIds: [vco] }))?.vpnConnections).toMatchObject([
    { severity: 'Normal' },
  ])
})

test('the span of a log is From and To, or MinutePeriod alone or with one of them', async () => {
  await attach(emulator, tr, vco)
  become(vco, { Status: 'ipsec_sa_established' })
  emulator.advance(1200)
  const now = Math.floor(emulator.emulator.clock.now() / 1000)
  const same = await lines({ from: now - 120, to: now - 60 })
  expect(same.length).toBeGreaterThan(0)
  expect(await lines({ from: now - 120, minutePeriod: 1 })).toEqual(same)
  expect(await lines({ to: now - 60, minutePeriod: 1 })).toEqual(same)
  expect(await lines({ from: now + 60, to: now + 120 })).toEqual([])
  const refused = (fields: Fields<DescribeVpnConnectionLogsRequest>) =>
    refusal(logs(fields)).then(({ code }) => code)
  expect(await refused({})).toBe('MissingParameter')
  expect(await refused({ from: now })).toBe('MissingParameter')
  expect(await refused({ to: now })).toBe('MissingParameter')
  expect(await refused({ from: now, to: now - 1 })).toBe('InvalidParameter')
  expect(await refused({ minutePeriod: 11 })).toBe('InvalidParameter')
  expect(await refused({ minutePeriod: 0 })).toBe('InvalidParameter')
  expect(await refused({ minutePeriod: 5, tunnelId: 'tun-x' })).toBe('InvalidParameter')
  expect(await refused({ minutePeriod: 5, vpnConnectionId: 'vco-x' })).toBe(
    'InvalidVpnConnectionInstanceId.NotFound',
  )
  const partner = emulator.partner.vpc.describeVpnConnectionLogs(
    new DescribeVpnConnectionLogsRequest({ regionId, vpnConnectionId: vco, minutePeriod: 5 }),
  )
  expect((await refusal(partner)).code).toBe('Forbidden')
  expect(await logs({ minutePeriod: 10, pageSize: 3, pageNumber: 2 })).toMatchObject({
    count: 3,
    isCompleted: true,
    pageNumber: 2,
    pageSize: 3,
  })
})

test('two tunnels are asked for by their ids', async () => {
  vco = await connection(emulator, { tunnelOptionsSpecification: twoTunnels(cgw) })
  await attach(emulator, tr, vco, { dual: true })
  const [one, two] = emulator.emulator.state.connections.get(vco)?.tunnels ?? []
  const tunnelId = one?.TunnelId ?? ''
  emulator.advance(200)
  const own = await lines({ minutePeriod: 10, tunnelId })
  expect(own.every((line) => line.includes(tunnelId))).toBe(true)
  expect(
    (await lines({ minutePeriod: 10 })).some((line) => line.includes(two?.TunnelId ?? '-')),
  ).toBe(true)
  const body = await diagnose({ tunnelIds: [tunnelId, two?.TunnelId ?? ''], pageSize: 1 })
  expect(body).toMatchObject({
    totalCount: 2,
    vpnConnections: [
      { vpnConnectionId: vco, tunnelId, failedReasonCode: 'Phase1NegotiationTimeout' },
    ],
  })
  const refused = (fields: Fields<DiagnoseVpnConnectionsRequest>) =>
    refusal(diagnose(fields)).then(({ code }) => code)
  expect(await refused({})).toBe('MissingParameter')
  expect(await refused({ vpnConnectionIds: [vco] })).toBe('MissingParameter')
  expect(await refused({ vpnConnectionIds: ['vco-x'] })).toBe(
    'InvalidVpnConnectionInstanceId.NotFound',
  )
  expect(await refused({ tunnelIds: ['tun-x'] })).toBe('InvalidVpnConnectionInstanceId.NotFound')
})
