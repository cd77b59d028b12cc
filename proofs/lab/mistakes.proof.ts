import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { compareTunnel, readPasted, sideFor } from '@/lib/peer-config/compare/compare'

import { fillIn } from './cloud'
import { missing, until, written } from './lab'
import { LAN, type Rehearsal, rehearse } from './rehearsal'

interface Mistake {
  name: string
  /** The mistake in the file of the device. */
  from: RegExp
  to: string
  /** The parameter that "Compare" shows before a packet is sent. */
  compared: string
  /** What the diagnosis of the cloud says afterwards. */
  diagnosed: string
  /** The mistake shows only when keys are renewed. */
  rekeys?: boolean
}

const MISTAKES: Mistake[] = [
  {
    name: 'another key',
    from: /secret = ".*"/,
    to: 'secret = "Another.key-than_that"',
    compared: 'psk',
    diagnosed: 'PskMismatch',
  },
  {
    name: 'another group in phase 1',
    from: /( proposals = \w+-\w+)-modp2048/,
    to: '$1-modp1536',
    compared: 'ikePfs',
    diagnosed: 'AlgorithmMismatch',
  },
  {
    name: 'another cipher in phase 2',
    from: /esp_proposals = aes256/,
    to: 'esp_proposals = aes192',
    compared: 'ipsecEncAlg',
    diagnosed: 'IpsecAlgorithmMismatch',
  },
  {
    name: 'another identity',
    from: /(local \{\s+auth = psk\s+id = )"[^"]+"/,
    to: '$1"site.example.com"',
    compared: 'localId',
    diagnosed: 'PeerIdMismatch',
  },
  {
    name: 'no PFS',
    from: /(esp_proposals = \w+-\w+)-modp2048/,
    to: '$1',
    compared: 'ipsecPfs',
    diagnosed: 'IpsecAlgorithmMismatch',
    rekeys: true,
  },
  {
    name: 'other selectors',
    from: /local_ts = .*/,
    to: 'local_ts = 192.168.99.0/24',
    compared: 'localSubnet',
    diagnosed: 'TrafficSelectorMismatch',
  },
  {
    name: 'another AS',
    from: /^router bgp 65010$/m,
    to: 'router bgp 64999',
    compared: 'asn',
    diagnosed: 'BgpAsnMismatch',
  },
]

describe.skipIf(missing)('a mistake on the device', () => {
  let lab: Rehearsal
  beforeAll(async () => (lab = await rehearse()))
  afterAll(() => lab.stop())

  it.each(MISTAKES)(
    '$name is named before a packet is sent, and by the diagnosis afterwards',
    async ({ name, from, to, compared, diagnosed, rekeys }) => {
      const number = MISTAKES.findIndex((mistake) => mistake.name === name)
      const isFlow = name === 'other selectors'
      const customerGatewayId = await lab.cloud.customerGateway(`203.0.113.${80 + number}`, 65_010)
      const values = fillIn((all) => {
        const [tunnel] = all.tunnels
        Object.assign(tunnel, { customerGatewayId, psk: 'The-key_that.is.right' })
        Object.assign(tunnel.ike, { ikeEncAlg: 'aes256', ikeAuthAlg: 'sha256', ikePfs: 'group14' })
        Object.assign(tunnel.ipsec, {
          ipsecEncAlg: 'aes256',
          ipsecAuthAlg: 'sha256',
          ipsecPfs: 'group14',
        })
        if (isFlow)
          Object.assign(all, {
            routingMode: 'flow',
            localSubnet: '10.0.0.0/16',
            remoteSubnet: LAN.block,
          })
        else {
          all.enableBgp = true
          tunnel.bgp = {
            tunnelCidr: `169.254.${60 + number}.0/30`,
            localBgpIp: `169.254.${60 + number}.1`,
            localAsn: '45104',
          }
        }
      })
      const { record, peer } = await lab.cloud.attach(name, values)
      const mistaken = (text: string) => text.replace(from, to)
      const conf = written(peer).files.map(({ text }) => mistaken(text))
      const [tunnel] = peer.tunnels
      const side = sideFor(await readPasted('strongswan', conf.join('\n')), tunnel!)
      const different = compareTunnel(peer, tunnel!, side!).filter(
        ({ verdict }) => verdict === 'different',
      )
      expect(different.map(({ parameter }) => parameter)).toEqual([compared])

      await lab.real.idle()
      const { site, textOf } = await lab.site(
        peer,
        { lans: isFlow ? ['192.168.99.0/24', LAN.block] : [LAN.block] },
        mistaken,
      )
      if (rekeys) {
        await lab.says(
          record.id,
          'it comes up all the same',
          ({ tunnels }) => tunnels[0]!.Status === 'ipsec_sa_established',
        )
        await site.device.type(textOf('rekey')).catch(() => '')
      }
      const { diagnoseIpsecConnection } = await import('@/lib/ipsec-connections/cloud')
      const params = { regionId: 'eu-central-1', vpnConnectionId: record.id }
      const found = await until('the diagnosis says why', async () => {
        const [diagnosis] = await diagnoseIpsecConnection({ profile: 'main' }, params)
        return diagnosis?.failedReasonCode === diagnosed && diagnosis
      }).catch(async () => (await diagnoseIpsecConnection({ profile: 'main' }, params))[0])
      expect(found).toMatchObject({ failedReasonCode: diagnosed })
      expect(found?.sourceLog).not.toBe('')
      await site.stop()
    },
  )
})
