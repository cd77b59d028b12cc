import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { attachmentOfConnection } from '../../connections/lookups'
import { tellFailure } from '../../protocol/tell-failure'
import { forwardingTable } from '../../routers/route-tables'
import { advertised } from '../../routers/routes/advertised'
import { routesOf } from '../../routers/routes/sources'
import { tableRoutes } from '../../routers/routes/table-routes'
import type { State } from '../../state/state'
import type { Tunnel, VpnConnection } from '../../state/vpn-records'
import type { GatewayHost, Gateways, Report } from '../gateways'
import { logOf } from './charon'
import { Gateway, type Sight } from './gateway'
import { bgpFinding, findingIn, laterFailure, readLog } from './log'
import { type Machine, newFolder } from './machine'
import { type Link, Router, type Way } from './router'
import { hostOf, Vpc } from './vpc'
import { Wire } from './wire'

/** How often the daemons are asked what they have come to. */
const LOOK_MS = 1000
const LOOK_BACK_MS = 10 * 60_000

/** A connection's gateways, and the last thing that was said of them. */
interface Stand {
  readonly connection: VpnConnection
  readonly routerId: string
  readonly attachmentId: string
  readonly gateways: readonly Gateway[]
  said: string
}

/**
 * Gateways that are real: for each attached connection a strongSwan, and an FRR where it uses BGP, in namespaces of their
 * own. States, logs, sessions and learned routes are what the daemons say. Needs root, see `whyNot` of machine.ts.
 */
export class RealGateways implements Gateways {
  readonly folder: string
  readonly wire: Promise<Wire>
  readonly #host: GatewayHost
  readonly #stands = new Map<string, Stand>()
  readonly #routers = new Map<string, Promise<Router>>()
  /** By attachment. */
  readonly #vpcs = new Map<string, Vpc>()
  readonly #timer: NodeJS.Timeout
  /** What starts and stops goes one after another, so that a change never meets its own beginning. */
  #work: Promise<void> = Promise.resolve()
  #isLooking = false

  constructor(host: GatewayHost) {
    this.#host = host
    this.folder = newFolder('rehearsal')
    this.wire = Wire.start(this.folder)
    this.#timer = setInterval(() => void this.#look(), LOOK_MS)
  }

  start(_change: unknown, connection: VpnConnection): void {
    this.#queue(async () => {
      await this.#end(connection.id)
      await this.#begin(connection.id)
    })
  }

  stop(_change: unknown, { id }: VpnConnection): void {
    this.#queue(() => this.#end(id))
  }

  restart(): void {
    this.#queue(async () => {
      for (const id of this.#stands.keys()) await this.#end(id)
      for (const { id, State } of this.#host.state.connections.all())
        if (State === 'attached' || State === 'updating') await this.#begin(id)
    })
  }

  log(_change: unknown, { id }: VpnConnection, tunnel: Tunnel, span: { from: number; to: number }) {
    const gateway = this.#gatewayOf(id, tunnel)
    if (!gateway) return []
    // The emulator's clock may be ahead of the machine's, by which charon writes.
    const ahead = this.#host.now() - Date.now()
    const lines = readLog(logOf(gateway.machine), { from: span.from - ahead, to: span.to - ahead })
    return lines.map((line) => ({ ...line, at: line.at + ahead }))
  }

  diagnose(change: { now: number }, connection: VpnConnection, tunnel: Tunnel) {
    if (tunnel.InternetIp === '') return undefined
    const span = { from: change.now - LOOK_BACK_MS, to: change.now }
    const lines = this.log(change, connection, tunnel, span)
    if (tunnel.Status !== 'ipsec_sa_established') return findingIn(lines, change.now)
    const failure = laterFailure(lines, change.now)
    if (failure || !connection.EnableBgp || tunnel.BgpStatus === 'success') return failure
    const gateway = this.#gatewayOf(connection.id, tunnel)
    const ahead = this.#host.now() - Date.now()
    const bgp = gateway
      ? readLog(join(gateway.machine.folder, 'log/bgpd.log'), {
          from: span.from - ahead,
          to: span.to - ahead,
        })
      : []
    return bgpFinding(bgp)
  }

  /** Ends all daemons, and what they wrote. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.idle()
    await Promise.all([...this.#stands.keys()].map((id) => this.#end(id)))
    await Promise.all([...this.#vpcs.values()].map((vpc) => vpc.stop()))
    for (const router of this.#routers.values()) await (await router).stop()
    await (await this.wire).stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Waits until what was begun is done. */
  readonly idle = (): Promise<void> => this.#work

  /** The gateway of a tunnel, while its connection is attached. */
  readonly #gatewayOf = (id: string, { TunnelIndex }: Tunnel): Gateway | undefined =>
    this.#stands.get(id)?.gateways.find(({ tunnel }) => tunnel.TunnelIndex === TunnelIndex)

  #queue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      // The connection stays down, and its log is empty: the emulator itself goes on.
      tellFailure('a gateway', error)
    })
  }

  async #begin(id: string): Promise<void> {
    const { state } = this.#host
    const connection = state.connections.get(id)
    const attachment = attachmentOfConnection(state, id)
    if (!connection || !attachment) return
    const routerId = attachment.TransitRouterId
    let router = this.#routers.get(routerId)
    if (!router) this.#routers.set(routerId, (router = Router.start(routerId, this.folder)))
    const machines = { folder: this.folder, wire: await this.wire, router: await router }
    const gateways: Gateway[] = []
    for (const tunnel of connection.tunnels) {
      const customerGateway = state.customerGateways.get(tunnel.CustomerGatewayId)
      if (customerGateway)
        gateways.push(await Gateway.start(connection, tunnel, customerGateway, machines))
    }
    this.#stands.set(id, { connection, routerId, attachmentId: attachment.id, gateways, said: '' })
    this.#report(
      id,
      gateways.map(() => ({ Status: 'ike_sa_not_established', session: undefined })),
    )
  }

  async #end(id: string): Promise<void> {
    const stand = this.#stands.get(id)
    this.#stands.delete(id)
    await Promise.all(stand?.gateways.map((gateway) => gateway.stop()) ?? [])
  }

  /** Asks all daemons, says what is new, and lets the routers and the sessions follow. One round at a time. */
  async #look(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      for (const [id, { gateways }] of this.#stands) {
        const sights = await Promise.all(gateways.map((gateway) => gateway.look()))
        if (this.#stands.has(id)) this.#report(id, sights)
      }
      for (const id of this.#stands.keys()) await this.#announce(id)
      for (const routerId of this.#routers.keys()) await this.#route(routerId)
    } catch {
      // A machine ended while it was asked: the next round sees what is left.
    } finally {
      this.#isLooking = false
    }
  }

  /** Writes what the daemons say into the record, when it is not what was written last. */
  #report(id: string, sights: readonly Sight[]): void {
    const stand = this.#stands.get(id)
    if (!stand) return
    const report: Report = {
      tunnels: sights.map(({ Status, session }, index) => ({
        TunnelIndex: stand.gateways[index]?.tunnel.TunnelIndex ?? index + 1,
        Status,
        BgpStatus: session?.isUp ? 'success' : 'failed',
        learned: session?.learned ?? [],
      })),
    }
    const text = JSON.stringify(report)
    if (text === stand.said) return
    stand.said = text
    this.#host.report(id, report)
  }

  /** Tells the devices of a connection what its router tells them. */
  async #announce(id: string): Promise<void> {
    const stand = this.#stands.get(id)
    if (!stand?.connection.EnableBgp) return
    const routes = advertised(this.#host.state, stand.attachmentId)
    for (const gateway of stand.gateways)
      await gateway.announce(routes.map(({ destination }) => destination))
  }

  /** Brings a router's tables, hosts and gateways to what the state says now. */
  async #route(routerId: string): Promise<void> {
    const { state } = this.#host
    const router = await this.#routers.get(routerId)
    if (!router) return
    const vpcs = await this.#vpcsOf(routerId, router)
    const stands = [...this.#stands.values()].filter((stand) => stand.routerId === routerId)
    const waysFrom = (attachmentId: string): Way[] => {
      const table = forwardingTable({ state }, attachmentId)
      const routes = table
        ? tableRoutes(state, table).filter(({ status }) => status === 'Active')
        : []
      return routes.flatMap(({ destination, nextHopId }) => {
        const vpc = vpcs.get(nextHopId)
        const stand = stands.find((each) => each.attachmentId === nextHopId)
        const links = vpc ? [vpc.link] : stand ? linksFor(state, stand, destination) : []
        return links.length > 0 ? [{ prefix: destination, links }] : []
      })
    }
    for (const [attachmentId, { link }] of vpcs) await router.send(link, waysFrom(attachmentId))
    for (const { attachmentId, connection, gateways } of stands) {
      const attachment = state.attachments.get(attachmentId)
      const prefixes =
        connection.EnableBgp || !attachment
          ? []
          : routesOf(state, attachment).map(({ destination }) => destination)
      for (const gateway of gateways) {
        await router.send(gateway.link, waysFrom(attachmentId))
        if (!connection.EnableBgp) await gateway.carry(prefixes)
      }
    }
  }

  /** The VPCs that are attached to a router, by attachment; one that is new is started. */
  async #vpcsOf(routerId: string, router: Router): Promise<Map<string, Vpc>> {
    const attachments = this.#host.state.attachments.where(
      ({ TransitRouterId, ResourceType }) => TransitRouterId === routerId && ResourceType === 'VPC',
    )
    for (const { id, prefixes } of attachments) {
      const known = this.#vpcs.get(id) ?? (await Vpc.start(id, this.folder, router))
      this.#vpcs.set(id, known)
      await known.live(prefixes.map(({ cidr }) => cidr))
    }
    return new Map(
      attachments.flatMap(({ id }) => {
        const vpc = this.#vpcs.get(id)
        return vpc ? [[id, vpc] as const] : []
      }),
    )
  }

  /** The gateways of a connection, first tunnel first. */
  readonly gatewaysOf = (id: string): readonly Gateway[] => this.#stands.get(id)?.gateways ?? []

  /** A host behind the router of a connection: where it is, and its address. */
  hostsBehind(id: string): { machine: Machine; address: string }[] {
    const { state } = this.#host
    const routerId = this.#stands.get(id)?.routerId
    return state.attachments
      .where(({ TransitRouterId }) => TransitRouterId === routerId)
      .flatMap((attachment) => {
        const vpc = this.#vpcs.get(attachment.id)
        return vpc
          ? attachment.prefixes.map(({ cidr }) => ({
              machine: vpc.link.machine,
              address: hostOf(cidr),
            }))
          : []
      })
  }
}

/** The gateways of a connection that can carry a prefix now: their tunnel is up, and with BGP they have learned it. */
function linksFor(state: State, { connection, gateways }: Stand, prefix: string): Link[] {
  const record = state.connections.get(connection.id)
  return gateways.flatMap(({ tunnel, link }) => {
    const now = record?.tunnels.find(({ TunnelIndex }) => TunnelIndex === tunnel.TunnelIndex)
    if (now?.Status !== 'ipsec_sa_established') return []
    const knows = now.BgpStatus === 'success' && now.learned.some(({ cidr }) => cidr === prefix)
    return knows || !connection.EnableBgp ? [link] : []
  })
}
