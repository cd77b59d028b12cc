import { readdirSync, readFileSync } from 'node:fs'

import { afterAll, describe, expect, it } from 'vitest'

import { RealGateways } from '@/emulator/gateways/real/real'
import { Site } from '@/emulator/gateways/real/site'
import { systemClock } from '@/emulator/steering/clock'
import { emulator, main } from '@/lib/cloud/test/emulator'
import { peerOfConnection } from '@/lib/peer-config/peer'

import { missing, until, written } from './lab'

const REGION = 'eu-central-1'
const NAMES = ['munich-hq', 'hamburg-dc', 'zurich-branch', 'vienna-branch']

/** What all processes below this one have together: how many there are, and their memory, that which is shared counted once. */
function footprint(): { processes: number; megabytes: number } {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const [, parent] = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`)) ?? []
        return parent === undefined ? [] : [[Number(name), Number(parent)] as const]
      }),
  )
  const isBelow = (id: number | undefined): boolean =>
    id !== undefined && (parents.get(id) === process.pid || isBelow(parents.get(id)))
  const below = [...parents.keys()].filter(isBelow)
  const kilobytes = below.map((id) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0),
  )
  return {
    processes: below.length,
    megabytes: Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024),
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it has ended
  }
}

describe.skipIf(missing)('the sample world with real gateways and four sites', () => {
  let real: RealGateways | undefined
  const sites: Site[] = []
  afterAll(async () => {
    await Promise.all(sites.map((site) => site.stop()))
    await real?.close()
  })

  it('comes up, in a few hundred megabytes', async () => {
    const begin = performance.now()
    const running = await emulator('sample', {
      gateways: (host) => (real = new RealGateways(host)),
      clock: systemClock(),
    })
    const { state } = running.emulator
    await real!.idle()
    const gateways = footprint()
    const cloud = await import('@/lib/ipsec-connections/cloud')
    const { listCustomerGateways } = await import('@/lib/customer-gateways/cloud')
    const all = await cloud.listIpsecConnections(main, { regionId: REGION })
    const known = await listCustomerGateways(main, { regionId: REGION })
    for (const [index, wanted] of NAMES.entries()) {
      const { vpnConnectionId } = all.find(({ name }) => name === wanted)!
      const params = { regionId: REGION, vpnConnectionId }
      const connection = await cloud.describeIpsecConnection(main, params)
      const peer = peerOfConnection(connection, known, await cloud.revealPsk(main, params))
      const lans = peer.flows?.local ?? [`192.168.${200 + index}.0/24`]
      const { files } = written(peer, { lan: lans.join(', ') })
      const site = await Site.start(`site${index}`, real!.folder, await real!.wire, {
        addresses: peer.tunnels.map(({ address }) => address),
        ownAddress: '',
        lans,
      })
      sites.push(site)
      await site.configure(files)
    }
    await until('the tunnels of all four are up', () =>
      Promise.resolve(
        NAMES.every((wanted) =>
          state.connections
            .where(({ Name }) => Name === wanted)
            .every(({ tunnels }) =>
              tunnels.every(({ Status }) => Status === 'ipsec_sa_established'),
            ),
        ),
      ),
    )
    const whole = footprint()
    const attached = state.connections.where(({ State }) => State === 'attached')
    // oxlint-disable-next-line no-console -- the figures are what this is for
    console.log(
      `${attached.length} attached connections, ${attached.reduce((sum, { tunnels }) => sum + tunnels.length, 0)} tunnels: ` +
        `${gateways.processes} processes, ${gateways.megabytes} MB; with 4 sites ${whole.processes} processes, ${whole.megabytes} MB, ` +
        `after ${Math.round((performance.now() - begin) / 1000)} s`,
    )
    expect(whole.megabytes).toBeLessThan(1000)
  })
})
