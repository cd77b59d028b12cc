import { describe, expect, it } from 'vitest'

import { emulator, main } from '@/lib/cloud/test/emulator'

import { findingsOf } from './findings'

const running = await emulator('sample')
const cloud = await import('@/lib/ipsec-connections/cloud')
const { describeVpnLogs } = await import('@/lib/ipsec-connections/log')

/** What is found of each tunnel of a connection of the sample world. */
async function found(regionId: string, wanted: string) {
  const all = await cloud.listIpsecConnections(main, { regionId })
  const { vpnConnectionId } = all.find(({ name }) => name === wanted)!
  const params = { regionId, vpnConnectionId }
  const connection = await cloud.describeIpsecConnection(main, params)
  const diagnoses = await cloud.diagnoseIpsecConnection(main, params)
  return Promise.all(
    connection.tunnels.map(async (tunnel) => {
      const { tunnelId } = tunnel
      const { logs } = await describeVpnLogs(main, {
        ...params,
        ...(tunnelId && { tunnelId }),
        minutePeriod: '10',
      })
      const diagnosis = diagnoses.find((each) => each.tunnelId === (tunnelId ?? ''))
      return {
        both: findingsOf(connection, tunnel, { diagnosis, log: logs }),
        // The cloud forgets after three minutes; the log does not.
        byLog: findingsOf(connection, tunnel, { diagnosis: undefined, log: logs }),
      }
    }),
  )
}

const LONDON = 'eu-west-1'
const FRANKFURT = 'eu-central-1'

describe('the devices of the sample world, each set otherwise in one way', () => {
  it.each([
    [LONDON, 'leeds-warehouse', 0, 'psk'],
    [LONDON, 'glasgow-office', 0, 'ikeProposal'],
    [LONDON, 'cardiff-plant', 0, 'ipsecProposal'],
    [LONDON, 'belfast-depot', 0, 'identity'],
    [LONDON, 'bristol-lab', 0, 'selectors'],
    [FRANKFURT, 'zurich-branch', 0, 'bgpAsn'],
    [FRANKFURT, 'vienna-branch', 0, 'health'],
  ])('%s %s: tunnel %i has %s', async (region, name, index, cause) => {
    const tunnels = await found(region, name)
    const { both } = tunnels[index]!
    expect(both.map((finding) => finding.cause)).toContain(cause)
    const finding = both.find((each) => each.cause === cause)!
    expect(finding.certainty).toBe('certain')
    expect(finding.fields).not.toEqual([])
    expect(cause === 'health' || finding.evidence).toBeTruthy()
  })

  it('sets both values beside each other where they differ', async () => {
    const [tunnel] = await found(LONDON, 'glasgow-office')
    const { local, remote } = tunnel!.both[0]!
    expect(local).toBeTruthy()
    expect(remote).toBeTruthy()
    expect(local).not.toBe(remote)
  })

  it('finds nothing where nothing is wrong', async () => {
    const [tunnel] = await found(FRANKFURT, 'munich-hq')
    expect(tunnel).toEqual({ both: [], byLog: [] })
  })

  it('names a cause from the log alone when the cloud has forgotten it', async () => {
    for (const [name, cause] of [
      ['leeds-warehouse', 'psk'],
      ['belfast-depot', 'identity'],
      ['bristol-lab', 'selectors'],
    ] as const) {
      const [tunnel] = await found(LONDON, name)
      expect(tunnel!.byLog.map((finding) => finding.cause)).toContain(cause)
    }
  })
})

it('says of a tunnel that nobody speaks of only what is likely', async () => {
  const all = await cloud.listIpsecConnections(main, { regionId: LONDON })
  const connection = all.find(({ name }) => name === 'leeds-warehouse')!
  expect(
    findingsOf(connection, connection.tunnels[0]!, { diagnosis: undefined, log: [] }),
  ).toMatchObject([{ cause: 'silent', certainty: 'likely' }])
})

it('finds no phase 2 wrong where phase 1 never came up', async () => {
  const [, tunnel] = await found(FRANKFURT, 'hamburg-dc')
  const causes = (findings: { cause: string }[]) => findings.map(({ cause }) => cause)
  expect(causes(tunnel!.both)).toEqual(['ikeProposal'])
  expect(causes(tunnel!.byLog)).toEqual(['ikeProposal'])
})

it('names the AS number that is wanted and the one that the device said', async () => {
  const [tunnel] = await found(FRANKFURT, 'zurich-branch')
  expect(tunnel!.both).toMatchObject([{ cause: 'bgpAsn', local: '65030', remote: '65031' }])
})

it('lets no failure of before a success count', async () => {
  const all = await cloud.listIpsecConnections(main, { regionId: FRANKFURT })
  const connection = all.find(({ name }) => name === 'munich-hq')!
  const log = [
    '09[IKE] no matching peer config found',
    '13[IKE] CHILD_SA vco{1} established with SPIs c07a1e44_i c903d4b2_o',
  ]
  expect(findingsOf(connection, connection.tunnels[0]!, { diagnosis: undefined, log })).toEqual([])
})

it('sends nothing that the operations do not know', () => {
  for (const call of running.calls()) expect(call).toMatchObject({ ignored: [], inUrl: [] })
})
