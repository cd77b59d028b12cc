import { join } from 'node:path'

import { peerBgpIp } from '../../connections/settings'
import { block, formatAddress, sizeOf } from '../../net'
import type { CustomerGateway, Tunnel, VpnConnection } from '../../state/vpn-records'
import { loadAll, sasOf, startCharon, TUNNEL_INTERFACE } from './charon'
import { frrConf, nameOf, selectorsOf, swanctlConf } from './configuration'
import { announce, type Session, sessionWith, startFrr } from './frr'
import { Machine } from './machine'
import { type Link, type Router, routerOf } from './router'
import type { Wire } from './wire'

/** What a gateway sees of its tunnel now. */
export interface Sight {
  readonly Status: Tunnel['Status']
  readonly session: Session | undefined
}

/** The gateway of one tunnel: a machine with charon, and with FRR where the connection uses BGP. */
export class Gateway {
  readonly machine: Machine
  readonly tunnel: Tunnel
  /** To the router behind it. */
  readonly link: Link
  readonly #connection: VpnConnection
  #session: Session = { isUp: false, learned: [] }
  #announced: string[] = []
  #carried = ''

  private constructor(machine: Machine, connection: VpnConnection, tunnel: Tunnel, link: Link) {
    this.machine = machine
    this.tunnel = tunnel
    this.link = link
    this.#connection = connection
  }

  static async start(
    connection: VpnConnection,
    tunnel: Tunnel,
    customerGateway: CustomerGateway,
    { folder, wire, router }: { folder: string; wire: Wire; router: Router },
  ): Promise<Gateway> {
    const name = nameOf(connection, tunnel)
    const machine = await Machine.start(`cv-${name}`, join(folder, name))
    const link = await router.connect(machine)
    await startCharon(machine)
    // What comes out of the tunnel is the router's to send on.
    await machine.must(
      `ip route add default via ${routerOf(link)} table 100 && ip rule add iif ${TUNNEL_INTERFACE} lookup 100 priority 100`,
    )
    await machine.must(addressesOf(connection, tunnel).join('\n'))
    machine.write(
      '/etc/swanctl/conf.d/tunnel.conf',
      swanctlConf(connection, tunnel, customerGateway),
    )
    await loadAll(machine)
    // Only now: a device that is answered before would be refused, and strongSwan takes a refusal for the last word.
    await wire.plug(machine, [tunnel.InternetIp])
    if (connection.EnableBgp) {
      const conf = frrConf(tunnel, customerGateway.Asn, peerBgpIp(tunnel.bgp))
      machine.write('/etc/frr/frr.conf', conf, 0o644)
      await startFrr(machine, ['zebra', 'bgpd'])
    }
    return new Gateway(machine, connection, tunnel, link)
  }

  /** What the tunnel and its BGP session have come to. */
  async look(): Promise<Sight> {
    const sas = await sasOf(this.machine)
    const isUp = sas.some(({ state }) => state === 'ESTABLISHED')
    const hasChild = sas.some(({ children }) => children.some(({ state }) => state === 'INSTALLED'))
    return {
      Status: hasChild
        ? 'ipsec_sa_established'
        : isUp
          ? 'ipsec_sa_not_established'
          : 'ike_sa_not_established',
      session: await this.#sessionOver(hasChild),
    }
  }

  /** The BGP session. One that was down stays so without a tunnel: FRR is not asked each second for each of them. */
  async #sessionOver(hasTunnel: boolean): Promise<Session | undefined> {
    if (!this.#connection.EnableBgp) return undefined
    this.#session =
      hasTunnel || this.#session.isUp
        ? await sessionWith(this.machine, peerBgpIp(this.tunnel.bgp))
        : this.#session
    return this.#session
  }

  /** Announces these prefixes to the device, and no others. */
  async announce(prefixes: readonly string[]): Promise<void> {
    const add = prefixes.filter((prefix) => !this.#announced.includes(prefix))
    const remove = this.#announced.filter((prefix) => !prefixes.includes(prefix))
    if (add.length + remove.length === 0) return
    this.#announced = [...prefixes]
    await announce(this.machine, this.tunnel.bgp.LocalAsn, { add, remove })
  }

  /** Sends these prefixes into the tunnel; with BGP the session does it. */
  async carry(prefixes: readonly string[]): Promise<void> {
    const text = prefixes
      .map((prefix) => `ip route replace ${prefix} dev ${TUNNEL_INTERFACE}`)
      .join('\n')
    if (text === this.#carried) return
    this.#carried = text
    await this.machine.must(`ip route flush dev ${TUNNEL_INTERFACE} proto boot\n${text}`)
  }

  readonly stop = (): Promise<void> => this.machine.stop()
}

/** Addresses of the gateway: libipsec needs one inside of each local selector, the last one of a block that is in nobody's way. */
function addressesOf(connection: VpnConnection, tunnel: Tunnel): string[] {
  const blocks = selectorsOf(connection, tunnel)
    .local.split(',')
    .map((block) => block.trim())
    .filter((block) => block !== '0.0.0.0/0' && block !== tunnel.bgp.TunnelCidr)
  return [
    ...(connection.EnableBgp
      ? [`ip addr add ${tunnel.bgp.LocalBgpIp}/30 dev ${TUNNEL_INTERFACE}`]
      : []),
    ...blocks.map((block) => `ip addr add ${lastOf(block)}/32 dev lo`),
    ':',
  ]
}

/** The last address of a block before its broadcast. */
function lastOf(text: string): string {
  const { start, length } = block(text)
  return formatAddress(length > 30 ? start : start + sizeOf(length) - 2)
}
