import { beforeAll, describe, expect, it } from 'vitest'

import { loadAll, sasOf, upSa } from '@/emulator/gateways/real/charon'
import { nameOf, swanctlConf } from '@/emulator/gateways/real/configuration'
import type { VpnConnection } from '@/emulator/state/vpn-records'
import { ipsecConf } from '@/lib/peer-config/ipsec-conf/device'
import type { Peer } from '@/lib/peer-config/peer'
import { HOSTILE_IDS, KEY_SIGNS } from '@/lib/peer-config/test/arbitrary'

import { fillIn, labCloud, type TunnelValues } from './cloud'
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

interface Made {
  record: VpnConnection
  peer: Peer
  conf: string
  ends: [string, string]
}

// One for all: what calls it reads its port once.
let shared: ReturnType<typeof labCloud> | undefined
let devices = 0

/** A connection for each of the changes to the form's own tunnel. */
async function make(changes: readonly ((tunnel: TunnelValues) => void)[]): Promise<Made[]> {
  const cloud = await (shared ??= labCloud())
  const made: Made[] = []
  for (const [index, change] of changes.entries()) {
    devices += 1
    const device = `203.0.113.${devices}`
    const customerGatewayId = await cloud.customerGateway(device)
    const values = fillIn(({ tunnels: [tunnel] }) => {
      Object.assign(tunnel, { customerGatewayId, psk: `The-key.of_${index}` })
      change(tunnel)
    })
    const both = await cloud.attach(`odd ${index}`, values)
    const [tunnel] = both.record.tunnels
    const gateway = cloud.running.emulator.state.customerGateways.get(customerGatewayId)!
    const conf = swanctlConf(both.record, tunnel!, gateway)
    made.push({ ...both, conf, ends: [tunnel!.InternetIp, device] })
  }
  return made
}

/** Which connections do not bring a tunnel up, with the text of one of the two ways of strongSwan. */
async function failing(
  lab: Lab,
  made: readonly Made[],
  configure: (peer: Peer) => Promise<string>,
): Promise<string[]> {
  const failed: string[] = []
  for (const { conf, ends } of made) {
    lab.cloud.write(`/etc/swanctl/conf.d/${ends[1]}.conf`, conf)
    await lab.address(...ends)
  }
  await loadAll(lab.cloud)
  for (const { record, peer } of made) {
    const undo = await configure(peer)
    const [tunnel] = peer.tunnels
    await until('up', async () =>
      upSa(await sasOf(lab.cloud), nameOf(record, record.tunnels[0]!)),
    ).catch(() => failed.push(`${tunnel!.psk} of ${tunnel!.localId.value}`))
    await lab.site.type(undo)
  }
  return failed
}

const bySwanctl = (lab: Lab) => async (peer: Peer) => {
  const { files, textOf } = written(peer)
  await lab.site.configure(files)
  return textOf('undo')
}

describe.skipIf(missing)('identifiers of every kind', () => {
  // %any is anybody, which no end can call itself, and swanctl takes printable ASCII alone.
  const IDS = ['ops@example.com', '@hq.example.com', 'vpn.example.com', ...HOSTILE_IDS].filter(
    (id) => id !== '%any' && /^[!-~]+$/.test(id),
  )

  it('are the same to both ends as they stand', async () => {
    const made = await make(
      IDS.map((id, index) => ({ ike }) => {
        Object.assign(ike, { remoteId: id, localId: IDS[(index + 1) % IDS.length] })
      }),
    )
    const lab = await startLab('ids')
    const failed = await failing(lab, made, bySwanctl(lab))
    await lab.stop()
    expect(failed).toEqual([])
  })
})

describe.skipIf(missing)('keys of every sign', () => {
  let made: Made[] = []
  beforeAll(async () => {
    made = await make(KEYS.map((psk) => (tunnel) => void (tunnel.psk = psk)))
  })

  it('has fifty of them, and every sign in them', () => {
    expect(new Set(KEYS).size).toBe(50)
    expect(KEY_SIGNS.filter((sign) => !KEYS.join('').includes(sign))).toEqual([])
  })

  it('lets strongSwan take each of them in swanctl.conf', async () => {
    const lab = await startLab('keys')
    const failed = await failing(lab, made, bySwanctl(lab))
    await lab.stop()
    expect(failed).toEqual([])
  })

  it('lets strongSwan take each of them in ipsec.secrets', async () => {
    const lab = await startLab('starter', 'stroke')
    const failed = await failing(lab, made, async (peer) => {
      const { files, textOf } = written(peer, {}, ipsecConf)
      await lab.site.configure(files)
      await lab.site.type(textOf('verify'))
      // The starter may miss an update that comes while it is about the one before.
      await until('the starter has read it', async () => {
        await lab.site.type('ipsec update')
        return (await lab.site.type('ipsec statusall')).includes(peer.tunnels[0]!.gateway)
      })
      return textOf('undo')
    })
    await lab.stop()
    expect(failed).toEqual([])
  })
})
