import type { Transaction } from '../../state/transaction'
import type { Tunnel, VpnConnection } from '../../state/vpn-records'
import type { Finding } from '../gateways'
import { logOf } from './log'
import { espProposal, ikeProposal, otherIke, otherIpsec } from './proposals'
import { findings, troubleOf } from './trouble'

// Longer than any round of the log, so that its last failure is in it.
const lookBack = 10 * 60_000

/** Why a tunnel is down: its last failure. Undefined when it is up or not attached. */
export function diagnosisOf(
  { state, now }: Transaction,
  connection: VpnConnection,
  tunnel: Tunnel,
): Finding | undefined {
  const trouble = tunnel.InternetIp === '' ? undefined : troubleOf(tunnel)
  if (!trouble) return undefined
  const last = logOf(state, connection, tunnel, { from: now - lookBack, to: now, now }).findLast(
    ({ failure }) => failure,
  )
  return {
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
