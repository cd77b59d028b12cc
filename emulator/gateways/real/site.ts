import { join } from 'node:path'

import { block, formatAddress } from '../../net'
import { TUNNEL_INTERFACE } from './charon'
import { Device, type DeviceFile } from './device'
import { cable, Machine } from './machine'
import { hostOf } from './vpc'
import type { Wire } from './wire'

/** Where a site stands: on the wire at its public addresses, or behind a device there that translates them. */
export interface SiteNetwork {
  readonly addresses: readonly string[]
  /** Its address behind NAT; empty when it is not. */
  readonly ownAddress: string
  /** The networks behind the device. */
  readonly lans: readonly string[]
}

/** What a site can have wrong with it, to practise. */
export const breakages = ['key', 'group', 'silent', 'asn'] as const
export type Breakage = (typeof breakages)[number]

/** A site in a box: the device at the other end with a configuration, and a host in each of its networks. */
export class Site {
  readonly device: Device
  readonly lan: Machine
  readonly lans: readonly string[]
  readonly #nat: Machine | undefined
  #files: readonly DeviceFile[] = []
  #broken: Breakage | undefined

  private constructor(
    device: Device,
    lan: Machine,
    nat: Machine | undefined,
    { lans }: SiteNetwork,
  ) {
    this.device = device
    this.lan = lan
    this.lans = lans
    this.#nat = nat
  }

  static async start(
    name: string,
    folder: string,
    wire: Wire,
    network: SiteNetwork,
  ): Promise<Site> {
    const [device, lan] = await Promise.all([
      Device.start(`cv-${name}`, join(folder, name)),
      Machine.start(`cv-${name}-lan`, join(folder, `${name}-lan`)),
    ])
    const nat = network.ownAddress === '' ? undefined : await startNat(name, folder, wire, network)
    if (nat) await joinNat(nat, device.machine, network.ownAddress)
    else await wire.plug(device.machine, network.addresses)
    await cable(device.machine, 'eth1', lan, 'eth0')
    const [first] = network.lans
    for (const block of network.lans) {
      await device.machine.must(`ip addr add ${gatewayOf(block)} dev eth1`)
      await lan.must(`ip addr add ${hostOf(block)}/${block.split('/')[1]} dev eth0`)
    }
    if (first) await lan.must(`ip route add default via ${gatewayOf(first).split('/')[0]}`)
    await device.startCharon()
    return new Site(device, lan, nat, network)
  }

  /** Runs a configuration. Beside FRR, which keeps the file that it started with, it may be another one than before. */
  async configure(files: readonly DeviceFile[]): Promise<void> {
    this.#files = files
    await this.device.configure(files)
  }

  /** Which thing is broken now. */
  get broken(): Breakage | undefined {
    return this.#broken
  }

  /** Breaks one thing, or mends it. */
  async break(what: Breakage | undefined): Promise<void> {
    const { machine } = this.device
    if (this.#broken === 'silent')
      await machine.must('ip link set eth0 up; ip route add default dev eth0')
    this.#broken = what
    if (what === 'silent') return void (await machine.must('ip link set eth0 down'))
    await this.device.reload(this.#files.map((file) => broken(file, what)))
  }

  /** Packets that came out of the tunnel, and went into it. */
  async packets(): Promise<{ in: number; out: number }> {
    const counts = await this.device.machine.run([
      'cat',
      `/sys/class/net/${TUNNEL_INTERFACE}/statistics/rx_packets`,
      `/sys/class/net/${TUNNEL_INTERFACE}/statistics/tx_packets`,
    ])
    const [into = 0, out = 0] = counts.out.split('\n').map(Number)
    return { in: into || 0, out: out || 0 }
  }

  /** The hosts of its networks. */
  readonly hosts = (): string[] => this.lans.map(hostOf)

  async stop(): Promise<void> {
    await Promise.all([this.device.stop(), this.lan.stop(), this.#nat?.stop()])
  }
}

/** The file with one mistake in it. */
function broken({ path, text }: DeviceFile, what: Breakage | undefined): DeviceFile {
  switch (what) {
    case 'key':
      return { path, text: text.replaceAll(/secret = .*/g, 'secret = "not-the-key-of-the-cloud"') }
    case 'group':
      return { path, text: text.replaceAll(/( proposals = \w+-\w+)-\w+/g, '$1-modp3072') }
    case 'asn':
      return { path, text: text.replace(/router bgp \d+/, 'router bgp 64999') }
    case 'silent':
    case undefined:
      return { path, text }
  }
}

/** The address of the device in a network behind it: the first one. */
function gatewayOf(network: string): string {
  const { start, length } = block(network)
  return `${formatAddress(length > 29 ? start : start + 1)}/${length}`
}

async function startNat(name: string, folder: string, wire: Wire, { addresses }: SiteNetwork) {
  const nat = await Machine.start(`cv-${name}-nat`, join(folder, `${name}-nat`))
  await wire.plug(nat, addresses)
  await nat.must(`nft -f - <<END
table ip nat {
  chain post {
    type nat hook postrouting priority srcnat
    oifname "eth0" masquerade
  }
}
END`)
  return nat
}

async function joinNat(nat: Machine, device: Machine, ownAddress: string): Promise<void> {
  await cable(nat, 'eth1', device, 'eth0')
  await nat.must('ip addr add 100.126.0.1/32 dev eth1')
  await nat.must(`ip route add ${ownAddress}/32 dev eth1`)
  await device.must(
    `ip addr add ${ownAddress}/32 dev eth0; ip route add 100.126.0.1/32 dev eth0; ip route add default via 100.126.0.1`,
  )
}
