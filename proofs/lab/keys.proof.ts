import { beforeAll, describe, expect, it } from 'vitest'

import { loadAll, sasOf, upSa } from '@/emulator/gateways/real/charon'
import { nameOf, swanctlConf } from '@/emulator/gateways/real/configuration'
import type { VpnConnection } from '@/emulator/state/vpn-records'
import { ipsecConf } from '@/lib/peer-config/ipsec-conf/device'
import type { Peer } from '@/lib/peer-config/peer'
import { KEY_SIGNS } from '@/lib/peer-config/test/arbitrary'

import { fillIn, labCloud } from './cloud'
import { type Lab, missing, startLab, until, written } from './lab'

/** Fifty keys: each sign stands first, last and between others, and every shape that a daemon might decode is there. */
const KEYS = [
  '0x6162636465666768',
  '0Xzz12345678901234',
  '0sYWJjZGVmZ2hpamts',
  '0Sabc"defghijk',
  `"'both quotes'"`.replaceAll(' ', '_'),
  '#}{=;|<>&%$!?*`~^@',
  '?'.repeat(100),
  '"',
  ...Array.from({ length: 42 }, (_, index) =>
    Array.from(
      { length: 20 },
      (_sign, at) => KEY_SIGNS[(index * 7 + at * (index + 3)) % KEY_SIGNS.length],
    ).join(''),
  ),
]

describe.skipIf(missing)('keys of every sign', () => {
  const made: { record: VpnConnection; peer: Peer; conf: string; ends: [string, string] }[] = []
  beforeAll(async () => {
    const cloud = await labCloud()
    for (const [index, psk] of KEYS.entries()) {
      const device = `203.0.113.${1 + index}`
      const customerGatewayId = await cloud.customerGateway(device)
      const values = fillIn(({ tunnels: [tunnel] }) =>
        Object.assign(tunnel, { customerGatewayId, psk }),
      )
      const both = await cloud.attach(`key ${index}`, values)
      const [tunnel] = both.record.tunnels
      const gateway = cloud.running.emulator.state.customerGateways.get(customerGatewayId)!
      const conf = swanctlConf(both.record, tunnel!, gateway)
      made.push({ ...both, conf, ends: [tunnel!.InternetIp, device] })
    }
  })

  it('has fifty of them, and every sign in them', () => {
    expect(new Set(KEYS).size).toBe(50)
    expect(KEY_SIGNS.filter((sign) => !KEYS.join('').includes(sign))).toEqual([])
  })

  /** Which keys do not bring a tunnel up, with the text of one of the two ways of strongSwan. */
  async function failing(lab: Lab, configure: (peer: Peer) => Promise<string>): Promise<string[]> {
    const failed: string[] = []
    for (const { conf, ends } of made) {
      lab.cloud.write(`/etc/swanctl/conf.d/${ends[1]}.conf`, conf)
      await lab.address(...ends)
    }
    await loadAll(lab.cloud)
    for (const { record, peer } of made) {
      const undo = await configure(peer)
      await until('up', async () =>
        upSa(await sasOf(lab.cloud), nameOf(record, record.tunnels[0]!)),
      ).catch(() => failed.push(peer.tunnels[0]!.psk))
      await lab.site.type(undo)
    }
    return failed
  }

  it('lets strongSwan take each of them in swanctl.conf', async () => {
    const lab = await startLab('keys')
    const failed = await failing(lab, async (peer) => {
      const { files, textOf } = written(peer)
      await lab.site.configure(files)
      return textOf('undo')
    })
    await lab.stop()
    expect(failed).toEqual([])
  })

  it('lets strongSwan take each of them in ipsec.secrets', async () => {
    const lab = await startLab('starter', 'stroke')
    const failed = await failing(lab, async (peer) => {
      const { files, textOf } = written(peer, {}, ipsecConf)
      await lab.site.configure(files)
      await lab.site.type(textOf('verify'))
      return textOf('undo')
    })
    await lab.stop()
    expect(failed).toEqual([])
  })
})
