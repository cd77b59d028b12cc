import type { World } from '../protocol/operation'
import type { Tunnel, VpnConnection } from '../state/vpn-records'
import { logOf } from './log'
import { espProposal, ikeProposal, otherIke, otherIpsec } from './proposals'
import { findings, troubleOf } from './trouble'

// Longer than any round of the log, so that its last failure is in it.
const lookBack = 10 * 60_000

/** What DiagnoseVpnConnections says of a tunnel: its last failure, or Normal. A connection that is not attached has none. */
export function diagnosisOf({ state, now }: World, connection: VpnConnection, tunnel: Tunnel) {
  const target = {
    VpnConnectionId: connection.id,
    ...(connection.dual && { TunnelId: tunnel.TunnelId }),
  }
  const trouble = tunnel.InternetIp === '' ? undefined : troubleOf(tunnel)
  if (!trouble) return { ...target, Severity: 'Normal' }
  const last = logOf(state, connection, tunnel, { from: now - lookBack, to: now, now }).findLast(
    ({ failure }) => failure,
  )
  return {
    ...target,
    ...findings[trouble],
    ...mismatch(tunnel),
    FailedTime: last?.at ?? now,
    SourceLog: last?.text ?? '',
  }
}

function mismatch(tunnel: Tunnel) {
  const { ike, ipsec } = tunnel
  const trouble = troubleOf(tunnel)
  if (trouble === 'ike-proposal')
    return {
      MismatchLocalParam: ikeProposal(ike),
      MismatchRemoteParam: ikeProposal(otherIke(ike)),
    }
  if (trouble === 'ipsec-proposal')
    return {
      MismatchLocalParam: espProposal(ipsec),
      MismatchRemoteParam: espProposal(otherIpsec(ipsec)),
    }
  return {}
}
