import { attachmentOfConnection } from '../../connections/lookups'
import type { Transaction } from '../../state/transaction'
import type { Device, Tunnel, TunnelHistory, VpnConnection } from '../../state/vpn-records'
import { type Gateways, report } from '../gateways'
import { hasOtherPfs, negotiate, type Outcome } from './device'
import { diagnosisOf } from './diagnosis'
import { historyOf, turn } from './history'
import { logOf } from './log'

// Five retransmissions of a DPD request that nobody answers, as strongSwan sends them.
const deadAfter = 165_000
// Then it begins again, and gives that up too.
const abandonedAfter = 180_000

/**
 * Gateways that play: a tunnel meets the device behind its customer gateway, as its record in `devices` describes it, and comes
 * to what two such ends come to. Where no device is known nobody answers, until the control endpoint says what a tunnel does;
 * a tunnel that is up by its word comes back with whatever settings it gets.
 */
export const playedGateways: Gateways = {
  start,
  stop: ({ state }, { id }) => {
    for (const index of [1, 2]) state.tunnelHistories.delete(`${id}/${index}`)
  },
  due,
  log: ({ state, now }, connection, tunnel, span) =>
    logOf(state, connection, tunnel, { ...span, now }),
  diagnose: diagnosisOf,
}

function start(change: Transaction, connection: VpnConnection, before?: VpnConnection): void {
  for (const tunnel of connection.tunnels) {
    const old = before?.tunnels.find(({ TunnelIndex }) => TunnelIndex === tunnel.TunnelIndex)
    const device = change.state.devices.get(tunnel.CustomerGatewayId)
    if (!before || !old) {
      if (device) schedule(change, connection, tunnel)
    } else if (isNew(connection, before, tunnel, old)) drop(change, connection, tunnel, before, old)
    else if (isUp(tunnel) && isNewBgp(connection, before, tunnel, old))
      restartBgp(change, connection, tunnel, before)
  }
}

// Alibaba: CreateVpnAttachment, EffectImmediately: negotiates at once, or when there is traffic. Turned on, it negotiates
// again: IPsec-VPN troubleshooting.
function isNew(now: VpnConnection, before: VpnConnection, tunnel: Tunnel, old: Tunnel): boolean {
  return (
    (now.EffectImmediately && !before.EffectImmediately) ||
    now.LocalSubnet !== before.LocalSubnet ||
    now.RemoteSubnet !== before.RemoteSubnet ||
    tunnel.CustomerGatewayId !== old.CustomerGatewayId ||
    tunnel.EnableNatTraversal !== old.EnableNatTraversal ||
    !sameFields(tunnel.ike, old.ike) ||
    !sameFields(tunnel.ipsec, old.ipsec)
  )
}

function isNewBgp(now: VpnConnection, before: VpnConnection, tunnel: Tunnel, old: Tunnel): boolean {
  return now.EnableBgp !== before.EnableBgp || !sameFields(tunnel.bgp, old.bgp)
}

function sameFields<T extends object>(a: T, b: T): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isUp({ Status }: Tunnel): boolean {
  return Status === 'ipsec_sa_established'
}

// The settings have changed: what was negotiated with the old ones ends, and a negotiation begins.
function drop(
  change: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
  before: VpnConnection,
  old: Tunnel,
): void {
  const { state } = change
  const device = state.devices.get(tunnel.CustomerGatewayId)
  const wasUp = isUp(tunnel)
  if (!device && !wasUp) return
  const { LocalSubnet, RemoteSubnet, EnableBgp } = before
  const history = turn(
    change,
    { ...connection, LocalSubnet, RemoteSubnet, EnableBgp },
    { ...old, Status: tunnel.Status, BgpStatus: tunnel.BgpStatus, trouble: tunnel.trouble },
    wasUp ? ['11[IKE] deleting IKE_SA vco[1]', '11[IKE] sending DELETE for IKE_SA vco[1]'] : [],
  )
  const BgpStatus = bgpAfter(connection, before, tunnel, history)
  state.tunnelHistories.put({
    ...history,
    resume: device ? undefined : { Status: tunnel.Status, BgpStatus },
    wasHealthy: history.wasHealthy || connection.health.Status === 'success',
  })
  become(change, connection, tunnel, {
    Status: 'ike_sa_not_established',
    BgpStatus: 'failed',
    trouble: undefined,
  })
  schedule(change, connection, tunnel)
}

// A session that was up comes back; one that was just switched on comes up with a device that follows.
function bgpAfter(
  { EnableBgp }: VpnConnection,
  before: VpnConnection,
  { BgpStatus }: Tunnel,
  { resume }: TunnelHistory,
): string {
  const comes = [BgpStatus, resume?.BgpStatus].includes('success') || !before.EnableBgp
  return EnableBgp && comes ? 'success' : 'failed'
}

function restartBgp(
  change: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
  before: VpnConnection,
): void {
  const { state } = change
  const device = state.devices.get(tunnel.CustomerGatewayId)
  const history = turn(change, connection, tunnel)
  const BgpStatus = bgpAfter(connection, before, tunnel, history)
  state.tunnelHistories.put({
    ...history,
    resume: device ? undefined : { Status: tunnel.Status, BgpStatus },
  })
  report(state, connection.id, {
    tunnels: [{ TunnelIndex: tunnel.TunnelIndex, BgpStatus: 'failed' }],
  })
  schedule(change, connection, tunnel)
}

type Moment = 'negotiated' | 'unanswered' | 'abandoned' | 'expired' | 'rekeyed'

function schedule(
  change: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
  moment: Moment = 'negotiated',
  ms?: number,
): void {
  const { id, run } = historyOf(change.state, connection, tunnel)
  const at = `${id}/${run}/${moment}`
  if (ms !== undefined) change.schedule('gatewayDue', at, ms)
  else change.schedule(connection.EffectImmediately ? 'tunnelNegotiated' : 'tunnelTriggered', at)
}

function due(change: Transaction, target: string): void {
  const { state } = change
  const [id = '', index, run, moment] = target.split('/')
  const connection = state.connections.get(id)
  const tunnel = connection?.tunnels.find(({ TunnelIndex }) => String(TunnelIndex) === index)
  if (!connection || !tunnel || !attachmentOfConnection(state, id)) return
  const history = historyOf(state, connection, tunnel)
  if (String(history.run) !== run) return
  switch (moment as Moment) {
    case 'negotiated':
      return meet(change, connection, tunnel, history)
    case 'unanswered':
      fall(change, connection, tunnel, 'dpd', [])
      return schedule(change, connection, tunnel, 'abandoned', abandonedAfter)
    case 'abandoned':
      return fall(change, connection, tunnel, 'silent', [])
    case 'expired':
      return fall(change, connection, tunnel, 'silent', [expiry])
    case 'rekeyed':
      return fall(change, connection, tunnel, 'pfs', [expiry])
  }
}

const expiry = '12[IKE] CHILD_SA vco{1} expired, hard lifetime reached'

function meet(
  change: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
  { resume, wasHealthy }: TunnelHistory,
): void {
  const { state } = change
  const device = state.devices.get(tunnel.CustomerGatewayId)
  if (!device && !resume) return
  const history = turn(change, connection, tunnel)
  state.tunnelHistories.put({ ...history, resume: undefined })
  if (resume) become(change, connection, tunnel, { ...resume, trouble: undefined })
  if (device) meetDevice(change, connection, tunnel, device)
  if (wasHealthy && connection.health.Enable) report(state, connection.id, { health: 'success' })
}

/** Lets a tunnel come to what it comes to with a device, now. */
export function meetDevice(
  change: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
  device: Device,
): void {
  const outcome = negotiate(change.state, connection, tunnel, device)
  become(change, connection, tunnel, outcome)
  if (outcome.Status !== 'ipsec_sa_established') return
  const { TunnelIndex, ipsec } = tunnel
  report(change.state, connection.id, { tunnels: [{ TunnelIndex, learned: device.learned }] })
  if (hasOtherPfs(tunnel, device) && ipsec.IpsecLifetime > 0)
    schedule(change, connection, tunnel, 'rekeyed', ipsec.IpsecLifetime * 1000)
}

function fall(
  change: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
  trouble: 'dpd' | 'silent' | 'pfs',
  end: readonly string[],
): void {
  turn(change, connection, tunnel, end)
  become(change, connection, tunnel, {
    Status: trouble === 'pfs' ? 'ipsec_sa_not_established' : 'ike_sa_not_established',
    BgpStatus: 'failed',
    trouble,
  })
}

function become(
  { state }: Transaction,
  { id, health }: VpnConnection,
  { TunnelIndex }: Tunnel,
  outcome: Outcome,
): void {
  const isDown = outcome.Status !== 'ipsec_sa_established' && health.Status === 'success'
  report(state, id, {
    tunnels: [{ TunnelIndex, ...outcome }],
    ...(isDown && { health: 'failed' }),
  })
}

/** A device was set otherwise: tunnels that it keeps down try again, those that are up notice only when it no longer answers. */
export function deviceChanged(change: Transaction, gatewayId: string): void {
  const { state } = change
  const device = state.devices.get(gatewayId)
  if (!device) return
  for (const connection of state.connections.all()) {
    if (!attachmentOfConnection(state, connection.id)) continue
    for (const tunnel of connection.tunnels) {
      if (tunnel.CustomerGatewayId !== gatewayId || tunnel.InternetIp === '') continue
      if (!isUp(tunnel)) {
        turn(change, connection, tunnel)
        schedule(change, connection, tunnel)
      } else if (!device.answers) {
        turn(change, connection, tunnel)
        const lifetime = tunnel.ipsec.IpsecLifetime * 1000
        if (tunnel.EnableDpd) schedule(change, connection, tunnel, 'unanswered', deadAfter)
        else if (lifetime > 0) schedule(change, connection, tunnel, 'expired', lifetime)
      }
    }
  }
}
