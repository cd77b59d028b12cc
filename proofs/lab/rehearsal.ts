import type { Machine } from '@/emulator/gateways/real/machine'
import { RealGateways } from '@/emulator/gateways/real/real'
import { Site, type SiteNetwork } from '@/emulator/gateways/real/site'
import type { VpnConnection } from '@/emulator/state/vpn-records'
import { addAttachment, newBuilder, system } from '@/emulator/world/builder'
import type { Peer } from '@/lib/peer-config/peer'

import { labCloud } from './cloud'
import { until, written } from './lab'

/** The network that the VPC of the world has, and a host in it. */
export const VPC = { block: '10.0.0.0/16', host: '10.0.0.5' }
export const LAN = { block: '192.168.0.0/24', host: '192.168.0.5' }

/** The emulator with real gateways behind what is attached, a VPC, and sites that run what the console writes. */
export async function rehearse() {
  let gateways: RealGateways | undefined
  const cloud = await labCloud((host) => (gateways = new RealGateways(host)))
  const real = gateways!
  const { state } = cloud.running.emulator
  const { TransitRouterId, system: table } = cloud.network
  const b = newBuilder(state, Date.now())
  const vpc = addAttachment(b, state.transitRouters.get(TransitRouterId)!, {
    name: 'vpc',
    type: 'VPC',
    resource: 'vpc-lab',
    prefixes: [system(VPC.block)],
    table: state.routeTables.get(table)!,
    propagate: [state.routeTables.get(table)!],
  })
  const sites: Site[] = []
  return {
    cloud,
    real,
    vpc,
    record: (id: string) => state.connections.get(id)!,
    /** A site that runs what the console writes for it. */
    async site(
      peer: Peer,
      network: Partial<SiteNetwork> = {},
      mistake: (text: string) => string = (text) => text,
    ) {
      const { lans = [LAN.block], ownAddress = '' } = network
      const { files, textOf } = written(peer, { ownAddress, lan: lans.join(', ') })
      const site = await Site.start(`site${sites.length}`, real.folder, await real.wire, {
        addresses: peer.tunnels.map(({ address }) => address),
        ownAddress: '',
        lans: [LAN.block],
        ...network,
      })
      sites.push(site)
      await site.configure(files.map(({ path, text }) => ({ path, text: mistake(text) })))
      return { site, textOf }
    },
    /** Waits until the emulator's own record says so. */
    says: (id: string, what: string, isSo: (record: VpnConnection) => boolean) =>
      until(what, () => Promise.resolve(isSo(state.connections.get(id)!))),
    /** Waits until nothing comes back from an address. */
    silent: (from: Machine, address: string) =>
      until(
        'silence',
        async () =>
          (await from.run(['ping', '-q', '-c', '2', '-i', '0.2', '-W', '0.4', address])).code !== 0,
      ),
    stop: async () => {
      await Promise.all(sites.map((site) => site.stop()))
      await real.close()
    },
  }
}

export type Rehearsal = Awaited<ReturnType<typeof rehearse>>
