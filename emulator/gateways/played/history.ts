import { attachmentOfConnection } from '../../connections/lookups'
import type { State } from '../../state/state'
import type { Transaction } from '../../state/transaction'
import type { Tunnel, TunnelHistory, TunnelPhase, VpnConnection } from '../../state/vpn-records'

// Lines of the log are kept three days; a tunnel that changes all the time does not fill the disk.
const retention = 3 * 24 * 3_600_000
const phaseLimit = 50

/** What a tunnel has been through; nothing yet, when nothing has changed it. */
export function historyOf(
  state: State,
  { id }: VpnConnection,
  { TunnelIndex }: Tunnel,
): TunnelHistory {
  const key = `${id}/${TunnelIndex}`
  return state.tunnelHistories.get(key) ?? { id: key, run: 0, past: [], wasHealthy: false }
}

/** Every phase of a tunnel until `now`, oldest first; the last one is the present. None while the connection is not attached. */
export function phasesOf(
  state: State,
  connection: VpnConnection,
  tunnel: Tunnel,
  now: number,
): TunnelPhase[] {
  const attachment = attachmentOfConnection(state, connection.id)
  if (!attachment || tunnel.InternetIp === '') return []
  const { past } = historyOf(state, connection, tunnel)
  const from = past.at(-1)?.to ?? attachment.createdAt
  return [...past, phase(state, connection, tunnel, { from, to: now, end: [] })]
}

/** Puts what the tunnel has been until now behind it, and voids what was scheduled for it. */
export function turn(
  { state, now }: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
  end: readonly string[] = [],
): TunnelHistory {
  const history = historyOf(state, connection, tunnel)
  const present = phasesOf(state, connection, tunnel, now).at(-1)
  const past = [...history.past, ...(present ? [{ ...present, end }] : [])]
    .filter(({ to }) => to > now - retention)
    .slice(-phaseLimit)
  return state.tunnelHistories.put({ ...history, run: history.run + 1, past })
}

function phase(
  state: State,
  { dual, EnableBgp, LocalSubnet, RemoteSubnet }: VpnConnection,
  tunnel: Tunnel,
  span: Pick<TunnelPhase, 'from' | 'to' | 'end'>,
): TunnelPhase {
  const device = state.devices.get(tunnel.CustomerGatewayId)
  return {
    ...span,
    connection: { dual, EnableBgp, LocalSubnet, RemoteSubnet },
    tunnel: { ...tunnel, ike: { ...tunnel.ike, Psk: '' } },
    ...(device && { device: { ...device, psk: undefined } }),
  }
}
