import { afterEach, beforeEach, expect, test } from 'vitest'

import { type Request, sampleOf, up } from './sample-connections'
import { type Running, start } from './start'

// The other end of a tunnel, as the sample world has it: devices that are set otherwise than the cloud, each in one way.

let running: Running
beforeEach(async () => {
  running = await start({ world: 'sample' })
})
afterEach(() => running.close())

type Sample = ReturnType<typeof sampleOf>
const named = (...args: Parameters<Sample['named']>) => sampleOf(running).named(...args)
const shown = (...args: Parameters<Sample['shown']>) => sampleOf(running).shown(...args)
const modify = (...args: Parameters<Sample['modify']>) => sampleOf(running).modify(...args)
const log = (...args: Parameters<Sample['log']>) => sampleOf(running).log(...args)
const finding = (...args: Parameters<Sample['finding']>) => sampleOf(running).finding(...args)

interface Case {
  readonly Status: string
  readonly code: string
  readonly line: RegExp
  /** What the cloud and the device have, where the cloud gets to see it. */
  readonly own?: string
  readonly other?: string
  /** The change that makes both ends agree. */
  readonly cure: Request
}

const cases: Readonly<Record<string, Case>> = {
  'leeds-warehouse': {
    Status: 'ike_sa_not_established',
    code: 'PskMismatch',
    line: /received AUTHENTICATION_FAILED notify error/,
    cure: { IkeConfig: '{"Psk":"leeds-device-key"}' },
  },
  'glasgow-office': {
    Status: 'ike_sa_not_established',
    code: 'AlgorithmMismatch',
    line: /received proposals: IKE:AES_CBC_128\/HMAC_SHA2_256_128\/PRF_HMAC_SHA2_256\/MODP_1024/,
    own: 'IKE:AES_CBC_256/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_2048',
    other: 'IKE:AES_CBC_128/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_1024',
    cure: { IkeConfig: '{"IkeEncAlg":"aes","IkePfs":"group2"}' },
  },
  'cardiff-plant': {
    Status: 'ipsec_sa_not_established',
    code: 'EncryptionAlgorithmMismatch',
    line: /NO_PROPOSAL_CHOSEN notify, no CHILD_SA built/,
    own: 'ESP:AES_CBC_256/HMAC_SHA2_256_128/MODP_2048/NO_EXT_SEQ',
    other: 'ESP:AES_CBC_128/HMAC_SHA2_256_128/MODP_2048/NO_EXT_SEQ',
    cure: { IpsecConfig: '{"IpsecEncAlg":"aes"}' },
  },
  'belfast-depot': {
    Status: 'ike_sa_not_established',
    code: 'PeerIdMismatch',
    line: /received ID_I \(belfast\.example\.net\) does not match peers id \(198\.51\.100\.54\)/,
    own: '198.51.100.54',
    other: 'belfast.example.net',
    cure: { IkeConfig: '{"RemoteId":"belfast.example.net"}' },
  },
  'bristol-lab': {
    Status: 'ipsec_sa_not_established',
    code: 'TrafficSelectorMismatch',
    line: /received TS_UNACCEPTABLE notify, no CHILD_SA built/,
    own: '10.60.0.0/16 === 192.168.61.0/24',
    other: '10.60.0.0/16 === 192.168.62.0/24',
    cure: { RemoteSubnet: '192.168.62.0/24' },
  },
}

test.each(Object.entries(cases))(
  '%s: states, log and diagnosis tell what differs, and its cure brings the tunnel up',
  async (name, { Status, code, line, own, other, cure }) => {
    running.advance(600)
    expect(await shown(name)).toMatchObject({ Status })
    expect(await log(name)).toMatch(line)
    expect(await finding(name)).toMatchObject({
      FailedReasonCode: code,
      Severity: 'Critical',
      ...(own && { MismatchLocalParam: own }),
      ...(other && { MismatchRemoteParam: other }),
    })

    // Another setting than the one that differs does not help.
    await modify(name, { EnableDpd: false, Name: `${name}-2` })
    running.advance(60)
    const renamed = `${name}-2`
    expect(await shown(renamed)).toMatchObject({ Status })
    await modify(renamed, cure)
    expect(await shown(renamed)).toMatchObject({ Status, State: 'updating' })
    running.advance(20)
    expect(await shown(renamed)).toMatchObject({ Status: up, State: 'attached' })
    expect(await finding(renamed)).toMatchObject({ Severity: 'Normal' })
    // What was before is still in the log, what is now comes after.
    const text = await log(renamed)
    expect(text).toMatch(line)
    expect(text.search(/CHILD_SA vco\{1\} established/)).toBeGreaterThan(text.search(line))
    expect(text).not.toContain('leeds-device-key')
  },
)

test('a device that answers nothing is silent until it does', async () => {
  running.advance(400)
  expect(await shown('dover-port')).toMatchObject({ Status: 'ike_sa_not_established' })
  expect(await finding('dover-port')).toMatchObject({
    FailedReasonCode: 'Phase1NegotiationTimeout',
    Severity: 'Warn',
  })
  expect(await log('dover-port')).toMatch(/giving up after 5 retransmits/)
  const gateway = named('dover-port').tunnels[0]?.CustomerGatewayId
  await running.control(`/devices/${gateway}`, {})
  running.advance(20)
  expect(await shown('dover-port')).toMatchObject({ Status: up })
})

test('another PFS group shows at the first rekeying only, and until it is cured at each next one', async () => {
  const name = 'oxford-campus'
  expect(await shown(name)).toMatchObject({ Status: up })
  expect(await finding(name)).toMatchObject({ Severity: 'Normal' })
  running.advance(3_300)
  expect(await shown(name)).toMatchObject({ Status: up })
  expect(await log(name)).toMatch(/CHILD_SA rekeying failed, trying again in 15 seconds/)
  running.advance(330)
  expect(await shown(name)).toMatchObject({ Status: 'ipsec_sa_not_established' })
  expect(await finding(name)).toMatchObject({
    FailedReasonCode: 'PfsMismatch',
    MismatchLocalParam: 'MODP_2048',
    MismatchRemoteParam: 'NONE',
  })
  // Negotiated anew it is up again, for another hour.
  await modify(name, { EffectImmediately: true })
  running.advance(20)
  expect(await shown(name)).toMatchObject({ Status: up })
  running.advance(3_700)
  expect(await shown(name)).toMatchObject({ Status: 'ipsec_sa_not_established' })
  await modify(name, { IpsecConfig: '{"IpsecPfs":"disabled"}' })
  running.advance(20)
  expect(await shown(name)).toMatchObject({ Status: up })
  running.advance(10_000)
  expect(await shown(name)).toMatchObject({ Status: up })
})

test('with IKEv1 another PFS group is refused at once', async () => {
  const name = 'oxford-campus'
  await modify(name, { IkeConfig: '{"IkeVersion":"ikev1"}' })
  running.advance(20)
  expect(await shown(name)).toMatchObject({ Status: 'ipsec_sa_not_established' })
  running.advance(60)
  expect(await finding(name)).toMatchObject({ FailedReasonCode: 'PfsMismatch' })
  expect(await log(name)).toMatch(/pfs group mismatched/)
})

test('a wrong ASN leaves the tunnel up and the session down; the right customer gateway mends it', async () => {
  const name = 'york-dc'
  running.advance(120)
  const tunnels = async () =>
    (await shown(name))['TunnelOptionsSpecification'] as { TunnelOptions: unknown }
  expect(await tunnels()).toMatchObject({
    TunnelOptions: [
      { Status: up, TunnelBgpConfig: { BgpStatus: 'success' } },
      { Status: up, TunnelBgpConfig: { BgpStatus: 'failed' } },
    ],
  })
  expect(await log(name, 2)).toMatch(/OPEN Message Error\/Bad Peer AS.*peer AS 65057/)
  expect(await log(name, 1)).not.toMatch(/Bad Peer AS/)
  const made = await running.main.vpcCall('CreateCustomerGateway', {
    RegionId: 'eu-west-1',
    IpAddress: '198.51.100.57',
    Asn: '65057',
  })
  const id = String(made['CustomerGatewayId'])
  await running.control(`/devices/${id}`, { asn: 65_057, learned: [{ cidr: '192.168.63.0/24' }] })
  await modify(name, {
    TunnelOptionsSpecification: [{ TunnelIndex: 2, CustomerGatewayId: id }],
  })
  running.advance(20)
  expect(await tunnels()).toMatchObject({
    TunnelOptions: [
      { Status: up, TunnelBgpConfig: { BgpStatus: 'success' } },
      { Status: up, TunnelBgpConfig: { BgpStatus: 'success', PeerAsn: '65057' } },
    ],
  })
})
