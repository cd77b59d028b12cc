import { ikeView, gatewayOf } from '../../connections/view'
import type { State } from '../../state/state'
import type { Tunnel, TunnelPhase, VpnConnection } from '../../state/vpn-records'
import type { LogLine } from '../gateways'
import { phasesOf } from './history'
import { arrival, scriptsOf } from './log-scripts'
import type { Peers, ScriptLine } from './script'

/** A line, and whether it names a failure. */
interface PlayedLine extends LogLine {
  readonly failure: boolean
}

// How long lines are kept is not published; three days is ours.
const retention = 3 * 24 * 3_600_000

// A negotiation that succeeds takes so long; the phase of a tunnel that is up begins at its end.
const negotiation = 2_000

/**
 * The log of one tunnel from `from` to `to` (epoch ms, both included), oldest first. It is computed from the phases of the tunnel,
 * each as if it had been the same all the time: asked twice, it says the same.
 */
export function logOf(
  state: State,
  connection: VpnConnection,
  tunnel: Tunnel,
  { from, to, now }: { from: number; to: number; now: number },
): PlayedLine[] {
  const first = Math.max(from, now - retention)
  const last = Math.min(to, now)
  const name = tunnel.TunnelId || connection.id
  return phasesOf(state, connection, tunnel, now)
    .flatMap((phase, index, phases) =>
      phase.to >= first && phase.from - negotiation <= last
        ? linesOf(state, phase, phases[index - 1], { first, last })
        : [],
    )
    .filter(({ at }) => at >= first && at <= last)
    .sort((a, b) => a.at - b.at)
    .map((line) => ({ ...line, text: `${chinaTime(line.at)} ${name} ${line.text}` }))
}

function linesOf(
  state: State,
  phase: TunnelPhase,
  previous: TunnelPhase | undefined,
  { first, last }: { first: number; last: number },
): PlayedLine[] {
  const { from, to, tunnel } = phase
  const peers = peersOf(state, phase)
  const isUp = tunnel.Status === 'ipsec_sa_established'
  const wasUp = previous?.tunnel.Status === 'ipsec_sa_established'
  const write = (begin: number, script: readonly ScriptLine[]): PlayedLine[] =>
    script
      .map(({ after, text, failure = false }) => ({ at: begin + after * 1000, text, failure }))
      .filter(({ at }) => at <= to)
  const lines: PlayedLine[] = []
  if (isUp && !wasUp)
    lines.push(...write(previous ? from - negotiation : from, arrival(tunnel, peers)))
  for (const { period, lines: script, begin = 0, firstRound = 0 } of scriptsOf(
    phase,
    peers,
    previous,
  )) {
    const start = from + begin * 1000
    const seen = Math.max(firstRound, Math.floor((first - start) / 1000 / period))
    for (let n = seen; start + n * period * 1000 <= Math.min(to, last); n += 1)
      lines.push(...write(start + n * period * 1000, script))
  }
  for (const text of phase.end) lines.push({ at: to, text, failure: false })
  return lines
}

// SDK sample of DiagnoseVpnConnections: the line of 2023-01-13T03:39:21Z begins with 11:39:21, China's time.
function chinaTime(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

function peersOf(state: State, { connection, tunnel }: TunnelPhase): Peers {
  const { LocalId, RemoteId } = ikeView(state, connection, tunnel)
  return {
    local: tunnel.InternetIp,
    remote: gatewayOf(state, tunnel)?.IpAddress ?? '',
    localId: LocalId,
    remoteId: RemoteId,
    localSubnet: connection.LocalSubnet,
    remoteSubnet: connection.RemoteSubnet,
  }
}
