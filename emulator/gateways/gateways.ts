import type { State } from '../state/state'
import type { Transaction } from '../state/transaction'
import type { Tunnel, VpnConnection } from '../state/vpn-records'

/** A line of a tunnel's log, as DescribeVpnConnectionLogs shows it. `at` is epoch ms by the emulator's clock. */
export interface LogLine {
  readonly at: number
  readonly text: string
}

/** What DiagnoseVpnConnections says of a tunnel that is down. `FailedTime` is epoch ms. */
export interface Finding {
  readonly FailedReasonCode: string
  readonly FailedReason: string
  readonly Severity: 'Critical' | 'Warn'
  readonly FailedTime: number
  /** The line of the log that tells. */
  readonly SourceLog: string
  readonly MismatchLocalParam?: string
  readonly MismatchRemoteParam?: string
}

/** What a connection has come to. What is absent stays as it is. */
export interface Report {
  /** By TunnelIndex; a single-tunnel connection has tunnel 1. `learned` counts while BgpStatus is `success`. */
  readonly tunnels?: readonly (Pick<Tunnel, 'TunnelIndex'> &
    Partial<Pick<Tunnel, 'Status' | 'trouble' | 'BgpStatus' | 'learned'>>)[]
  /** What the health check finds. */
  readonly health?: 'success' | 'failed'
}

/**
 * The gateways of attached connections and the devices they negotiate with. States, BGP and learned routes are kept in the
 * connection's record, where lists, routes and policies read them: an implementation writes them with `report`. What it says
 * of a tunnel's past and trouble it is asked for. One is played (`played/`); one with real daemons may stand in for it.
 */
export interface Gateways {
  /** A connection was attached (`before` is undefined) or its settings changed: it negotiates with the new ones. */
  start(change: Transaction, connection: VpnConnection, before?: VpnConnection): void
  /** A connection is detached. Its record is reset already. */
  stop(change: Transaction, connection: VpnConnection): void
  /** The lines of one tunnel from `from` to `to` (epoch ms, both included), oldest first. */
  log(
    change: Transaction,
    connection: VpnConnection,
    tunnel: Tunnel,
    span: { from: number; to: number },
  ): readonly LogLine[]
  /** Why a tunnel is down; undefined when nothing is wrong or nothing is known. */
  diagnose(change: Transaction, connection: VpnConnection, tunnel: Tunnel): Finding | undefined
  /** A moment has come that was asked for by `schedule`: tunnelNegotiated, tunnelTriggered, or gatewayDue with a time of its own. */
  due?(change: Transaction, id: string): void
  /** All records were replaced or read from disk: nothing is started, what is attached now is to be. */
  restart?(): void
  /** A request or the clock changed something, such as what the router advertises (`routers/routes/advertised.ts`). */
  changed?(): void
  /** The emulator ends. */
  close?(): Promise<void>
}

/** What an implementation gets of the emulator, for what happens outside of a request. */
export interface GatewayHost {
  readonly state: State
  /** Epoch ms by the emulator's clock, which may be ahead of the machine's. */
  readonly now: () => number
  /** Writes what a connection has come to, and keeps it on disk. */
  readonly report: (connectionId: string, report: Report) => void
}

/** Writes what a connection has come to into its record. Does nothing when the connection is gone. */
export function report(state: State, connectionId: string, { tunnels = [], health }: Report): void {
  const connection = state.connections.get(connectionId)
  if (!connection) return
  state.connections.put({
    ...connection,
    tunnels: connection.tunnels.map((tunnel) => ({
      ...tunnel,
      ...tunnels.find(({ TunnelIndex }) => TunnelIndex === tunnel.TunnelIndex),
    })),
    health: { ...connection.health, Status: health ?? connection.health.Status },
  })
}
