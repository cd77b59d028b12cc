import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { loadAll, sasOf, upSa } from '@/emulator/gateways/real/charon'
import { nameOf, swanctlConf } from '@/emulator/gateways/real/configuration'
import type { VpnConnection } from '@/emulator/state/vpn-records'
import type { Peer } from '@/lib/peer-config/peer'

import { fillIn, labCloud, type TunnelValues } from './cloud'
import { type Lab, missing, ping, startLab, until, written } from './lab'

const MODES = [
  ['ikev2', 'main'],
  ['ikev1', 'main'],
  ['ikev1', 'aggressive'],
] as const
const CIPHERS = ['aes', 'aes192', 'aes256', 'des', '3des'] as const
const HASHES = ['sha1', 'md5', 'sha256', 'sha384', 'sha512'] as const
const GROUPS = ['group1', 'group2', 'group5', 'group14'] as const

interface Combination {
  mode: (typeof MODES)[number]
  cipher: (typeof CIPHERS)[number]
  hash: (typeof HASHES)[number]
  group: (typeof GROUPS)[number]
  pfs: TunnelValues['ipsec']['ipsecPfs']
}

/** Everything that phase 1 and phase 2 can be told, and each cipher without PFS: 315. */
const COMBINATIONS: Combination[] = MODES.flatMap((mode) =>
  CIPHERS.flatMap((cipher) => [
    ...HASHES.flatMap((hash) => GROUPS.map((group) => ({ mode, cipher, hash, group, pfs: group }))),
    { mode, cipher, hash: 'sha1' as const, group: 'group2' as const, pfs: 'disabled' as const },
  ]),
)

const titleOf = ({ mode: [version, mode], cipher, hash, group, pfs }: Combination) =>
  [version, mode, cipher, hash, group, pfs === 'disabled' ? 'no PFS' : 'PFS'].join(' ')

/** Two labs, one for each core. */
const LANES = 2

describe.skipIf(missing)('the form, the cloud and the text for strongSwan', () => {
  let labs: Lab[] = []
  const made: { record: VpnConnection; peer: Peer }[] = []
  beforeAll(async () => {
    const cloud = await labCloud()
    labs = await Promise.all(
      Array.from({ length: LANES }, (_, lane) => startLab(`combination${lane}`)),
    )
    for (const [index, { mode, cipher, hash, group, pfs }] of COMBINATIONS.entries()) {
      const device = `203.0.${113 + Math.floor(index / 200)}.${1 + (index % 200)}`
      const customerGatewayId = await cloud.customerGateway(device)
      const values = fillIn(({ tunnels: [tunnel] }) => {
        Object.assign(tunnel, { customerGatewayId, psk: `Key.of-combination_${index}` })
        Object.assign(tunnel.ike, {
          ikeVersion: mode[0],
          ikeMode: mode[1],
          ikeEncAlg: cipher,
          ikeAuthAlg: hash,
          ikePfs: group,
        })
        Object.assign(tunnel.ipsec, { ipsecEncAlg: cipher, ipsecAuthAlg: hash, ipsecPfs: pfs })
      })
      const both = await cloud.attach(`combination ${index}`, values)
      const lab = labs[index % LANES]!
      const [tunnel] = both.record.tunnels
      const gateway = cloud.running.emulator.state.customerGateways.get(customerGatewayId)!
      lab.cloud.write(
        `/etc/swanctl/conf.d/${index}.conf`,
        swanctlConf(both.record, tunnel!, gateway),
      )
      await lab.address(tunnel!.InternetIp, device)
      made.push(both)
    }
    await Promise.all(labs.map((lab) => loadAll(lab.cloud)))
    await Promise.all(labs.map((lab) => lab.cloud.must('ip route add 192.168.0.0/24 dev ipsec0')))
  })
  afterAll(() => Promise.all(labs.map((lab) => lab.stop())))

  /** One after another in a lab, since all of them take everything into the one interface of charon. */
  async function runLane(lane: number) {
    const failed: string[] = []
    for (let index = lane; index < COMBINATIONS.length; index += LANES)
      await bringUp(labs[lane]!, made[index]!).catch((error: unknown) =>
        failed.push(`${titleOf(COMBINATIONS[index]!)}: ${String(error)}`),
      )
    return failed
  }

  it('lets nothing through without a tunnel', async () => {
    for (const lab of labs) await expect(ping(lab.lan, '10.0.0.5')).rejects.toThrow('ping')
  })

  it(`comes up, carries traffic both ways and survives a forced rekey in ${COMBINATIONS.length} of ${COMBINATIONS.length} combinations`, async () => {
    const failed = await Promise.all(labs.map((_, lane) => runLane(lane)))
    expect(failed.flat()).toEqual([])
  })
})

async function bringUp(
  { cloud, site, vpc, lan }: Lab,
  { record, peer }: { record: VpnConnection; peer: Peer },
) {
  const { files, textOf } = written(peer)
  const name = 'cen-101'
  const cloudName = nameOf(record, record.tunnels[0]!)
  await site.configure(files)
  const before = await until('the tunnel is up', async () => upSa(await sasOf(site.machine), name))
  await until('the cloud has it', async () => upSa(await sasOf(cloud), cloudName))
  await ping(lan, '10.0.0.5')
  await ping(vpc, '192.168.0.5')
  await site.type(textOf('rekey'))
  const old = before.children.map(({ spi }) => spi)
  await until('both SAs are new ones', async () => {
    const sa = upSa(await sasOf(site.machine), name)
    const isNew = sa?.children.some(({ state, spi }) => state === 'INSTALLED' && !old.includes(spi))
    return isNew && sa?.spi !== before.spi
  })
  await ping(lan, '10.0.0.5')
  await ping(vpc, '192.168.0.5')
  await site.type(textOf('undo'))
  await until('both ends are down', async () => {
    const left = [...(await sasOf(site.machine)), ...(await sasOf(cloud))]
    return left.length === 0
  })
}
