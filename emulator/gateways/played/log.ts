import { attachmentOfConnection } from '../../connections/lookups'
import { ikeView, gatewayOf } from '../../connections/view'
import type { State } from '../../state/state'
import type { Tunnel, VpnConnection } from '../../state/vpn-records'
import type { LogLine } from '../gateways'
import { arrival, type Peers, type ScriptLine, scriptOf } from './log-scripts'

/** A line, and whether it names a failure. */
interface PlayedLine extends LogLine {
  readonly failure: boolean
}

// How long lines are kept is not published; three days is ours.
const retention = 3 * 24 * 3_600_000

/**
 * The log of one tunnel from `from` to `to` (epoch ms, both included), oldest first. It is computed from the present state of
 * the tunnel as if it had always been so since the connection was attached: asked twice, it says the same.
 */
export function logOf(
  state: State,
  connection: VpnConnection,
  tunnel: Tunnel,
  { from, to, now }: { from: number; to: number; now: number },
): PlayedLine[] {
  const attachment = attachmentOfConnection(state, connection.id)
  if (!attachment || tunnel.InternetIp === '') return []
  const start = attachment.createdAt
  const peers = peersOf(state, connection, tunnel)
  const { period, lines } = scriptOf(tunnel, peers)
  const first = Math.max(from, start, now - retention)
  const last = Math.min(to, now)
  const write = (begin: number, script: readonly ScriptLine[]): PlayedLine[] =>
    script
      .map(({ after, text, failure = false }) => ({
        at: begin + after * 1000,
        text: `${chinaTime(begin + after * 1000)} ${tunnel.TunnelId || connection.id} ${text}`,
        failure,
      }))
      .filter(({ at }) => at >= first && at <= last)
  const up = tunnel.Status === 'ipsec_sa_established'
  const result = up ? write(start, arrival(tunnel, peers)) : []
  const round = Math.max(0, Math.floor((first - start) / 1000 / period))
  // The round of time zero is the arrival itself when the tunnel is up.
  for (let n = up ? Math.max(1, round) : round; start + n * period * 1000 <= last; n += 1)
    result.push(...write(start + n * period * 1000, lines))
  return result
}

// SDK sample of DiagnoseVpnConnections: the line of 2023-01-13T03:39:21Z begins with 11:39:21, China's time.
function chinaTime(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

function peersOf(state: State, connection: VpnConnection, tunnel: Tunnel): Peers {
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
